# shellcheck shell=sh disable=SC2034,SC2086,SC2154 # words are split on purpose; variables are shared
# Volumes, the files below paths, and deleted files that are open. Arguments are the processes of a local target, whose mounts
# are those of the whole machine. In mountinfo white space is written in octal.
export LC_ALL=C
P=$*
can() { command -v $1 >/dev/null 2>&1; }
volumes() {
  if can stat && stat -f -c %S / >/dev/null 2>&1; then t=stat; elif can df; then t=df; else echo no-tool volumes; return; fi
  while read -r x x d x m o x; do
    case $o in rw|rw,*) ;; *) continue;; esac
    case $m in /proc|/proc/*|/sys|/sys/*|/dev|/dev/pts|/dev/mqueue) continue;; esac
    x=" $x"
    x=${x#* - }
    case $x in nsfs*|proc*|sysfs*|cgroup*|devpts*|mqueue*|autofs*) continue;; esac
    p=$m
    case $m in *\\*) p=$(printf %b "$m");; esac
    if [ ! -d "$p" ]; then [ $m != /etc/hosts ] || echo "node $d"; continue; fi
    echo "mount $d $x"
    echo "at $m"
    if [ $t = stat ]; then stat -f -c 'space %S %b %f %c %d' "$p"; else
      df -P "$p" | while read -r a b c e; do case $b in [0-9]*) echo "df $b $c";; esac; done
    fi
  done </proc/self/mountinfo
}
paths() {
  for p; do
    echo "path $p"
    if [ ! -e "$p" ]; then echo absent
    elif ! can du; then echo no-tool
    else
      r=$(du -skx "$p")
      echo "du ${r%%[!0-9]*}"
    fi
  done
}
deleted() {
  can ls || { echo no-tool deleted; return; }
  if [ "$P" ]; then
    F=
    for p in $P; do F="$F /proc/$p/fd"; done
  else
    F="/proc/[0-9]*/fd"
  fi
  n=0
  ls -l $F 2>/dev/null | {
    while read -r x x x x x x x x l; do
      case $l in *"-> /memfd:"*|*"-> /dev/zero (deleted)") ;; *"-> /"*" (deleted)") n=$((n+1));; esac
    done
    echo "deleted $n"
  }
}
