import { COMMAND_LINE } from '../contract/languages/en/command-line.ts';
import { type AskRunningAppDeps, askRunningApp } from './ask-running-app.ts';
import { completionScript } from './completion.ts';
import { helpText } from './help-text.ts';
import { misuseReply } from './misuse-text.ts';
import { optionsOf, parseWords, VERB_NAMES } from './parse-words.ts';
import type { ExitCode, Reply } from './request.ts';

export interface CommandLineDeps extends Omit<AskRunningAppDeps, 'startApp'> {
  startApp: () => void;
  version: string;
  out: NodeJS.WritableStream;
  err: NodeJS.WritableStream;
}

/** Carries out what was typed behind the program's name, prints what came of it, and answers the exit code. */
export async function runCommandLine(words: readonly string[], deps: CommandLineDeps): Promise<ExitCode> {
  const { exitCode, out, err } = await replyTo(words, deps);
  await print(deps.out, out);
  await print(deps.err, err);
  return exitCode;
}

async function replyTo(words: readonly string[], { folder, startApp, version }: CommandLineDeps): Promise<Reply> {
  const parsed = parseWords(words);
  switch (parsed.kind) {
    case 'help':
      return { exitCode: 0, out: helpText(), err: '' };
    case 'version':
      return { exitCode: 0, out: COMMAND_LINE.version({ version }), err: '' };
    case 'completion': {
      const commands = VERB_NAMES.map((name) => ({ name, options: optionsOf(name) }));
      return { exitCode: 0, out: completionScript(parsed.shell, commands), err: '' };
    }
    case 'misused':
      return misuseReply(parsed.misuse);
    case 'request': {
      // A shell that completes a word must neither start anything nor complain.
      const isCompletion = parsed.request.verb === 'complete';
      const reply = await askRunningApp(parsed.request, { folder, startApp: isCompletion ? null : startApp });
      return reply ?? { exitCode: isCompletion ? 0 : 1, out: '', err: isCompletion ? '' : COMMAND_LINE.notReachable };
    }
  }
}

/** What a terminal would take for orders, and what turns the direction of writing around: texts come from servers, too. */
const NOT_PRINTED = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

async function print(stream: NodeJS.WritableStream, text: string): Promise<void> {
  if (text === '') return;
  const lines = text.split('\n').map((line) => line.replace(NOT_PRINTED, ''));
  const whole = lines.join('\n').replace(/\n?$/, '\n');
  // Nobody may be reading any more, as behind `| head`.
  stream.on('error', () => undefined);
  await new Promise<void>((resolve) => stream.write(whole, () => resolve()));
}
