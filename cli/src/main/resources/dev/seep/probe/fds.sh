# shellcheck shell=sh disable=SC2034,SC2086,SC2154 # words are split on purpose; variables are shared
# Descriptors of each process: a number, or - where they may not be seen. Limits hardly ever change: they are read for each
# tenth question, and when processes came or went. Variables as in processes.sh.
fds() {
  T=
  for p in $P; do
    set -- /proc/$p/fd/*
    case $1 in
      *\*) if [ -r /proc/$p/fd ]; then T="$T$p 0$N"; elif [ -e /proc/$p ]; then T="$T$p -$N"; fi;;
      *) T="$T$p $#$N";;
    esac
  done
  put fds "$T"
  [ $i != 1 ] && [ "$P" = "$Q" ] || nofile
  put nofile "$R"
}
nofile() {
  Q=$P R= F=
  if [ $n -gt 20 ] && [ "$C" ]; then
    for p in $P; do F="$F /proc/$p/limits"; done
    R=$(grep 'Max open files' $F | awk -F'[/ ]+' '{print $3,$7}')
  else
    for p in $P; do
      while read -r x b c v x; do
        case $b$c in openfiles) R="$R$p $v$N"; break;; esac
      done </proc/$p/limits
    done
  fi
}
