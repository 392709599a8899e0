{
export LC_ALL=C
note() { printf 'note\t%s\n' "$1"; }
room() {
g=/sys/fs/cgroup
if [ -e $g/memory/release_agent ]; then
return 0
elif [ -r $g/memory/memory.limit_in_bytes ]; then
read -r l <$g/memory/memory.limit_in_bytes
f=$g/memory/memory.stat
elif [ -r $g/memory.max ]; then
read -r l <$g/memory.max
f=$g/memory.stat
else
return 0
fi
while read -r k v; do case $k in total_rss|anon) break;; esac; done <$f
[ $l = max ] || [ $((l-v)) -gt 134217728 ]
}
histogram() {
j=$(command -v jcmd) || { j=$(ls -ln /proc/$1/exe); j=${j##* -> }; j=${j%/*}/jcmd; }
[ -x "$j" ] || { note 'no jcmd here: the classes of java are not counted'; return; }
room || { note 'the limit of memory is less than 128 MiB away: jcmd is not started'; return; }
if h=$(limited 15 "$j" -J-Xmx64m -J-XX:+UseSerialGC -J-XX:TieredStopAtLevel=1 $1 GC.class_histogram); then
printf '%s\n' "$h" | {
n=0
while read -r a b c d x; do
case $a in
[0-9]*:) n=$((n+1)); printf 'classes\t%s\t%s\tjava\t%s\t%s\n' $c $b "$d" "$d"; [ $n -lt 150 ] || break;;
esac
done
}
else
note 'jcmd did not count the classes of a java process'
fi
}
ulimit -t 10
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS
n=0
[ $# != 0 ] || { set -- /proc/[0-9]*; }
for p; do
p=${p#/proc/} c= r=0
read -r c </proc/$p/comm
[ "$c" = java ] || continue
while read -r k v x; do case $k in VmRSS:) r=$v; break;; esac; done </proc/$p/status
[ $r != 0 ] || continue
n=$((n+1))
[ $n -le 3 ] || break
if [ $r -gt 2097152 ]; then
note 'java of more than 2 GiB: to count its classes could stop it for seconds'
else
histogram $p
fi
done
echo end
} 2>/dev/null
