# shellcheck shell=sh disable=SC2034,SC2086,SC2154 # words are split on purpose; variables are shared
# A release_agent stands in the root of a hierarchy alone: that is the machine's memory, not the target's.
# G is the folder of the target's cgroup, empty for none; the rest as in processes.sh.
G=/sys/fs/cgroup
if [ -r $G/memory/memory.stat ] && [ ! -e $G/memory/release_agent ]; then
  G=$G/memory E=total_inactive_file U=memory.usage_in_bytes M=memory.limit_in_bytes
elif [ -r $G/memory.current ]; then
  E=inactive_file U=memory.current M=memory.max
else
  G=
fi
memory() {
  T=
  [ $i != 1 ] && [ "$nodemem" ] || read -r x nodemem x </proc/meminfo
  put node "$nodemem"
  if [ "$G" ] && [ -z "$O" ]; then
    [ $i != 1 ] && [ "$X" ] || read -r X <$G/$M
    u=
    read -r u <$G/$U
    while read -r k v; do
      case $k in
        anon|file|total_rss|total_cache) T="$T$k $v$N";;
        $E) T="$T$k $v$N"; break;;
      esac
    done <$G/memory.stat
    put cgroup "usage $u${N}limit $X$N$T"
  else
    for p in $P; do read -r x r h x </proc/$p/statm && T="$T$p $r $h$N"; done
    put statm "$T"
  fi
}
