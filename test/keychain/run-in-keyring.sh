#!/bin/sh
# Runs a command on a D-Bus and an unlocked gnome-keyring of its own, with private HOME and XDG folders that are gone
# afterwards. Answers the command's exit code.
#
#   test/keychain/run-in-keyring.sh vitest run --config build/vitest.keychain.config.ts --root .
#
# KEYRING_FOLDER: use (and leave) this folder instead, so that the next run finds the same keyring.
set -eu

for program in dbus-run-session gnome-keyring-daemon; do
  if ! command -v "$program" >/dev/null; then
    echo "run-in-keyring: $program is missing; on Debian: apt install dbus gnome-keyring libsecret-1-0 libsecret-tools" >&2
    exit 127
  fi
done

if [ -n "${KEYRING_FOLDER:-}" ]; then
  folder=$KEYRING_FOLDER
  mkdir -p "$folder"
else
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
fi

# gnome-keyring never comes up without the runtime folder, and refuses one that others can read.
mkdir -p "$folder/home" "$folder/config" "$folder/data" "$folder/cache" "$folder/state" "$folder/runtime"
chmod 700 "$folder" "$folder/runtime"
export HOME="$folder/home" XDG_CONFIG_HOME="$folder/config" XDG_DATA_HOME="$folder/data" XDG_CACHE_HOME="$folder/cache"
export XDG_STATE_HOME="$folder/state" XDG_RUNTIME_DIR="$folder/runtime"
unset DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL

# The daemon ends with the bus. The password is that of this throw-away keyring.
dbus-run-session -- sh -c '
  printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null || exit 1
  exec "$@"
' run-in-keyring "$@"
