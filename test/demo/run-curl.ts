import { execFile } from 'node:child_process';

export interface ShellResult {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Runs a script in `sh`, as somebody does who pastes an example from a document. */
export function runShell(script: string): Promise<ShellResult> {
  return new Promise((resolve) => {
    execFile('sh', ['-c', script], (error, stdout, stderr) => {
      resolve({ exitCode: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}
