{
export LC_ALL=C
N='
'
i=0 X= Q= R= Y= W= Z= S= C= A=
command -v awk >/dev/null && A=1 && command -v cat >/dev/null && command -v grep >/dev/null && C=1
read -r S x </proc/self/stat
while read -r k v x; do case $k in KernelPageSize:) Z=$v; break;; esac; done </proc/self/smaps
put() { B="$B$1 ${#2}$N$2$N"; }
processes() {
n=0 T= F=
if [ "$O" ]; then
for p in $P; do n=$((n+1)); done
else
set -- /proc/[0-9]*
n=$#
for p; do p=${p#/proc/}; [ $p = $S ] || P="$P $p"; done
fi
if [ $n -gt 20 ] && [ "$C" ]; then
for p in $P; do F="$F /proc/$p/stat"; done
T=$(cat $F | awk 's==""&&NF==52{print $1,$3,$20,$24;next}{s=s $0 " ";t=s;sub(/.*\)/,"",t);if(split(t,v," ")>40){print s+0,v[1],v[18],v[22];s=""}}')
else
for p in $P; do
L=
while IFS= read -r x; do L="$L$x$N"; done </proc/$p/stat
set -- ${L##*)}
[ $# -lt 22 ] || T="$T$p $1 ${18} ${22}$N"
done
fi
put stat "$T"
}
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
sockets() {
if [ "$O" ]; then
F= T=
for p in $P; do
F="$F /proc/$p/fd"
[ -r /proc/$p/fd ] || [ ! -e /proc/$p ] || T="$T$p$N"
done
put locked "$T"
L=$(ls -l $F)
put links "$L"
case $L in *socket:*) ;; *) put tcp end; return;; esac
fi
a= b= y= s= F=
{ read -r x; read -r x x a x x x y x; } </proc/net/sockstat
read -r x x b x </proc/net/sockstat6
[ -e /proc/net/tcp6 ] || b=0
[ "$a $y" = "0 0" ] || F=/proc/net/tcp
[ "$b $y" = "0 0" ] || [ ! -e /proc/net/tcp6 ] || F="$F /proc/net/tcp6"
[ "$F" ] || { put tcp end; return; }
for f in $F; do [ -r $f ] || return; done
while read -r k x; do case $k in Tcp:) s=$x;; Udp:) break;; esac; done </proc/net/snmp
[ "$s" ] || Y=
s="$a $b $y $s"
[ $i != 1 ] && [ -z "$O" ] && [ "$s" = "$Y" ] || tcp
Y=$s
put tcp "$W"
}
tcp() {
W=
if [ "$A" ] && [ "$O" ]; then
W=$(awk '$4!="st"{print $4,$10}END{print "end"}' $F)
elif [ "$A" ]; then
W=$(awk '$4!="st"{n[$4]++}END{for(s in n)print s,n[s];print "end"}' $F)
else
for f in $F; do
while read -r x x x v x x x x x o x; do
[ "$O" ] || o=1
[ $v = st ] || W="$W$v $o$N"
done <$f
done
W="${W}end"
fi
}
answer() {
B= O=$P
i=$((i%11+1))
put page "$Z"
[ -z "$O" ] || put named 1
[ "$O$w" = sockets ] || processes
case ,$w, in *,memory,*) memory;; esac
case ,$w, in *,fds,*) fds;; esac
case ,$w, in *,sockets,*) sockets;; esac
printf 'seep-answer %s %s\n%s\nseep-end-of-answer %s\n' "$q" ${#B} "$B" "$q"
}
q=3 w=memory,sockets P=$*
answer
} 2>/dev/null
