/** The shells that completion is made for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

export function isShell(name: string): name is Shell {
  return SHELLS.some((shell) => shell === name);
}

/** What can be completed: each command with its options. */
export interface CompletedCommand {
  name: string;
  options: readonly string[];
}

const VALUES = {
  '--availability': 'online away busy invisible',
  '--then': 'clear restore',
} as const;

/**
 * A script for the shell to read at its start. Names of presets and accounts are asked of the running app each time,
 * which is not started for that; names may hold spaces and everything else that a shell takes for its own.
 */
export function completionScript(shell: Shell, commands: readonly CompletedCommand[]): string {
  return { bash, zsh, fish }[shell](commands);
}

/** A preset's options come behind its name, which is completed first. */
function hasOnlyOptions({ name, options }: CompletedCommand): boolean {
  return name !== 'preset' && options.length > 0;
}

function optionsOf(commands: readonly CompletedCommand[], name: string): string {
  return commands.find((command) => command.name === name)?.options.join(' ') ?? '';
}

function bash(commands: readonly CompletedCommand[]): string {
  const options = commands
    .filter(hasOnlyOptions)
    .map((command) => `    ${command.name}) words='${command.options.join(' ')}' ;;`);
  return `# bash completion for whereabouts
_whereabouts() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} words= name
  local -a names=()
  COMPREPLY=()
  if (( COMP_CWORD == 1 )); then
    COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(' ')} --help --version' -- "$word"))
    return
  fi
  case $before in
    --availability) words='${VALUES['--availability']}' ;;
    --then) words='${VALUES['--then']}' ;;
    --accounts) mapfile -t names < <("\${COMP_WORDS[0]}" complete accounts 2>/dev/null) ;;
    --emoji|--until|--for) return ;;
  esac
  if [[ -z $words && \${#names[@]} -eq 0 && $before != --accounts ]]; then
    case \${COMP_WORDS[1]} in
      preset)
        if (( COMP_CWORD > 2 )); then words='${optionsOf(commands, 'preset')}'
        else mapfile -t names < <("\${COMP_WORDS[0]}" complete presets 2>/dev/null); fi ;;
      completion) words='${SHELLS.join(' ')}' ;;
${options.map((line) => `  ${line}`).join('\n')}
    esac
  fi
  if [[ -n $words ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$word"))
    return
  fi
  # What is typed so far may be quoted or have its spaces escaped.
  local typed=\${word//\\\\/}
  typed=\${typed#[\\"\\']}
  for name in "\${names[@]}"; do
    if [[ \${name,,} == "\${typed,,}"* ]]; then
      if [[ $word == [\\"\\']* ]]; then COMPREPLY+=("$name"); else COMPREPLY+=("$(printf %q "$name")"); fi
    fi
  done
}
complete -F _whereabouts whereabouts
`;
}

function zsh(commands: readonly CompletedCommand[]): string {
  const options = commands
    .filter(hasOnlyOptions)
    .map((command) => `    ${command.name}) candidates=(${command.options.join(' ')}) ;;`);
  return `#compdef whereabouts
# zsh completion for whereabouts
_whereabouts() {
  local -a candidates
  local before=\${words[CURRENT-1]}
  if (( CURRENT == 2 )); then
    candidates=(${commands.map(({ name }) => name).join(' ')} --help --version)
    compadd -- $candidates
    return
  fi
  case $before in
    --availability) candidates=(${VALUES['--availability']}) ;;
    --then) candidates=(${VALUES['--then']}) ;;
    --accounts) candidates=("\${(@f)$("\${words[1]}" complete accounts 2>/dev/null)}") ;;
    --emoji|--until|--for) return ;;
    *)
      case \${words[2]} in
        preset)
          if (( CURRENT > 3 )); then candidates=(${optionsOf(commands, 'preset')})
          else candidates=("\${(@f)$("\${words[1]}" complete presets 2>/dev/null)}"); fi ;;
        completion) candidates=(${SHELLS.join(' ')}) ;;
${options.map((line) => `    ${line}`).join('\n')}
      esac ;;
  esac
  (( \${#candidates} )) && compadd -M 'm:{a-zA-Z}={A-Za-z}' -- $candidates
}
if [ "$funcstack[1]" = "_whereabouts" ]; then _whereabouts "$@"; else compdef _whereabouts whereabouts; fi
`;
}

function fish(commands: readonly CompletedCommand[]): string {
  const lines = commands.map(({ name }) => `complete -c whereabouts -n __fish_use_subcommand -a ${name}`);
  const arguments_: Record<string, string> = {
    '--accounts': "-x -a '(whereabouts complete accounts 2>/dev/null)'",
    '--availability': `-x -a '${VALUES['--availability']}'`,
    '--then': `-x -a '${VALUES['--then']}'`,
    '--json': '',
  };
  const options = commands.flatMap(({ name, options: all }) =>
    all.map((option) => {
      const rest = arguments_[option] ?? '-x';
      return `complete -c whereabouts -n '__fish_seen_subcommand_from ${name}' -l ${option.slice(2)} ${rest}`.trimEnd();
    }),
  );
  return `# fish completion for whereabouts
complete -c whereabouts -f
${lines.join('\n')}
complete -c whereabouts -n __fish_use_subcommand -l help
complete -c whereabouts -n __fish_use_subcommand -l version
complete -c whereabouts -n '__fish_seen_subcommand_from preset' -a '(whereabouts complete presets 2>/dev/null)'
complete -c whereabouts -n '__fish_seen_subcommand_from completion' -a '${SHELLS.join(' ')}'
${options.join('\n')}
`;
}
