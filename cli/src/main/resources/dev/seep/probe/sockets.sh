# shellcheck shell=sh disable=SC2034,SC2086,SC2154 # words are split on purpose; variables are shared
# TCP sockets by state. /proc/net/tcp is read only where other files do not say that nothing has moved; each tenth question
# reads it regardless. Variables as in processes.sh.
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
