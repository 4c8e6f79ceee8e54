import { texts } from '../texts.ts';

/** How long something goes on, when it ends, how long ago it was. “until …” stands alone and after a comma. */
export const DURATIONS = texts('durations', {
  noEnd: 'no end',
  seconds: '{seconds} s',
  minutes: '{minutes} min',
  hours: '{hours} h',
  hoursAndMinutes: '{hours} h {minutes} min',
  days: '{days, plural, one {# day} other {# days}}',
  untilTime: 'until {time}',
  untilTomorrow: 'until tomorrow',
  untilTomorrowAt: 'until tomorrow {time}',
  untilMonday: 'until Monday',
  untilDay: 'until {day}',
  untilDayAt: 'until {day} {time}',
  untilDate: 'until {date}',
  left: '{duration} left',
  over: 'over',
  justNow: 'just now',
  minutesAgo: '{minutes} min ago',
  hoursAgo: '{hours} h ago',
  daysAgo: '{days, plural, one {# day ago} other {# days ago}}',
});
