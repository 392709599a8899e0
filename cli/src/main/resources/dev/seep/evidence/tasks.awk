/^Name:/ { n = substr($0, 7) }
/^State:/ { s = $2 }
/^Pid:/ { p = $2 }
/^PPid:/ { q = $2 }
/^VmRSS:/ { r = $2 }
/^Threads:/ {
  row[++c] = p " " q " " s " " $2 " " r + 0 " " n
  pid[c] = p
  resident[c] = r > 16777216 ? 0 : r
  threads[c] = s == "Z" ? 0 : $2
  if (s != "Z") living = living " " p
  r = 0
}
function most(value, low, above, m, i, list) {
  above = low
  do {
    m = 0
    for (i = 1; i <= c; i++) if (value[i] > above) m++
    if (m > 40) above = above ? above * 2 : 1
  } while (m > 40)
  for (i = 1; i <= c; i++) if (value[i] > above) list = list " " pid[i]
  for (i = 1; i <= c && m < 40; i++) if (value[i] > low && value[i] <= above) { list = list " " pid[i]; m++ }
  return list
}
END {
  print living
  print most(resident, 0)
  print most(threads, 1)
  for (i = 1; i <= c; i++) print row[i]
}
