# shellcheck shell=sh disable=SC2034,SC2086,SC2154 # words are split on purpose; variables are shared
# The performance data of the JVMs among the processes that are given, or among all.
[ $# -gt 0 ] || { set -- /proc/[0-9]*; }
for p; do
  p=${p##*/} f=
  for g in /tmp/hsperfdata_*/$p; do [ ! -e "$g" ] || f=$g; done
  if [ "$f" ]; then
    command -v cat >/dev/null && command -v wc >/dev/null || { echo jvm no-tool; continue; }
    [ -r "$f" ] || { echo jvm denied; continue; }
    echo "jvm $(($(wc -c <"$f"))) $p"
    cat "$f"
    echo
  else
    c=
    read -r c 2>/dev/null </proc/$p/comm
    [ "$c" != java ] || echo jvm absent
  fi
done
