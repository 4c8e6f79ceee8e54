import { PEOPLE } from '../../electron/contract/languages/en/people.ts';
import { usePopup } from '../popup-context.ts';
import { PresentStatus } from './present-status.tsx';

const T = PEOPLE;

/** Whom it is for, each with what they show now. */
export function ChosenPeople() {
  const { people } = usePopup().people;
  if (people.value.length === 0) return null;
  return (
    <ul class="chips chosen-people" aria-label={T.chosen}>
      {people.value.map((person) => (
        <li class="chip" key={person.id}>
          <span class="chip-name">{person.fullName}</span>
          <PresentStatus reported={person.reported} />
          <button
            type="button"
            class="button plain close"
            aria-label={T.remove({ name: person.fullName })}
            onClick={() => {
              people.value = people.value.filter((each) => each !== person);
            }}
          >
            <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
              <path d="m4 4 8 8m0-8-8 8" />
            </svg>
          </button>
        </li>
      ))}
    </ul>
  );
}
