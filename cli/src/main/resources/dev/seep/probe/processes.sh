# shellcheck shell=sh disable=SC2034,SC2086,SC2154 # words are split on purpose; variables are shared
# The shell around the probes, in braces that drop complaints, and its function that lists the processes.
# Variables: q sequence, w probes, P process IDs, O not empty if the question named them, n their number, i counts questions
# from 1 to 11 (odd, so that alternating questions each see 1), B the sections so far, N a line feed, S the shell's own process
# ID in this /proc, Z kibibytes of a page, A and C whether there are awk, cat and grep.
# With few processes no other program is started; names of processes may hold any byte, so they are cut off here.
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
