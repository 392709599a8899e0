# shellcheck shell=sh disable=SC2034,SC2086,SC2154 # words are split on purpose; variables are shared
# limited SECONDS COMMAND ARGUMENT...   runs the command, kills it after so long, and has its status.
# Only the timeout of coreutils is used: that of busybox leaves a zombie at each call. Without it the shell itself keeps the
# time, which dash cannot: there a command that waits is not ended.
limited() {
  t=$1
  shift
  case $(timeout --version 2>/dev/null) in *coreutils*) timeout $t "$@"; return;; esac
  echo | read -t 1 x 2>/dev/null || { "$@"; return; }
  { { "$@" >&3 3>&- & echo $!; wait $!; echo $?; } | {
      read c
      read -t $t s || { kill $c; read s; }
      exit $s
    }; } 3>&1
}
