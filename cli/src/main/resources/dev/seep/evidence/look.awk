function plain(s, o, w) {
  o = ""
  while (match(s, /[0-9A-Za-z]+/)) {
    w = substr(s, RSTART, RLENGTH)
    if (w ~ /[0-9]/) { if (w ~ /^[0-9A-Fa-f]+$/) w = "*"; else gsub(/[0-9]+/, "*", w) }
    o = o substr(s, 1, RSTART - 1) w
    s = substr(s, RSTART + RLENGTH)
  }
  o = o s
  gsub(/[*]([-_.:][*])+/, "*", o)
  return o
}
function add(k, w, y, r, a, i) {
  if (a <= 0) return
  i = k "\t" clean(w) "\t" clean(y)
  if (!(i in amount)) {
    if (groups[k] >= 4000) { others[k] += a; return }
    groups[k]++
    kind[i] = k
    example[i] = r
  }
  amount[i] += a
  count[i]++
  if (example[i] != r) example[i] = ""
}
function clean(s) { gsub(/[\001-\037\177]/, "?", s); return s }
function socket(n) { return n in key ? key[n] : "socket" }
index($0, M) == 1 { if ($2 == "pid") p = $3; else sec = $2; next }
sec == "tasks" {
  n = $0
  for (i = 0; i < 5; i++) n = substr(n, index(n, " ") + 1)
  name[$1] = n
  if ($3 == "Z") { zombie[$1] = $2; next }
  add("processes", "", plain(n), n, 1)
  if ($4 == 1) add("threads", n, plain(n), n, 1)
  if (!index(B " ", " " $1 " ")) add("memory", n, "(all mappings)", "", $5 * 1024)
  next
}
sec == "fds" && /^\/proc\/[0-9]+\/fd:$/ { split($0, part, "/"); p = part[3]; next }
sec == "fds" && /^l/ && p != S {
  i = index($0, " -> ")
  t = i ? substr($0, i + 4) : "(not readable)"
  if (t ~ /^socket:/) {
    n = substr(t, 9)
    sub(/[^0-9].*/, "", n)
    held[n, p]++
    if (!(n in owner)) owner[n] = p
  } else if (t ~ /^pipe:/) add("descriptors", name[p], "pipe", "pipe", 1)
  else add("descriptors", name[p], plain(t), t, 1)
  next
}
sec == "net" && $4 ~ /^[0-9A-F][0-9A-F]$/ {
  rows++
  here[rows] = $2; there[rows] = $3; state[rows] = $4; inode[rows] = $10
  q = $2; sub(/.*:/, "", q)
  if ($4 == "0A") listens[q] = 1
  next
}
sec == "maps" && $1 ~ /^[0-9a-f]+-[0-9a-f]+$/ {
  m = $0
  sub(/^[^ ]+ +[^ ]+ +[^ ]+ +[^ ]+ +[^ ]+ */, "", m)
  if (m == "") m = "anonymous"
  y = plain(m)
  next
}
sec == "maps" && ($1 == "Rss:" || $1 == "Swap:") { add("memory", name[p], y, m, $2 * 1024); next }
sec == "threads" { add("threads", name[p], plain($0), $0, 1); next }
sec == "disk" && (i = index($0, "\t")) {
  f = substr($0, i + 1)
  d = f
  sub(/\/[^\/]*$/, "", d)
  if (d == "") d = "/"
  if (!(f in folder)) {
    add("files", "", plain(f), f, $1 * 1024)
    add("directories", "", plain(d), d, $1 * 1024)
  }
  folder[d] = 1
  next
}
sec == "disk" || sec == "say" { print "note\t" $0 }
END {
  for (n in zombie) {
    q = zombie[n]
    add("zombies", q in name ? name[q] : "-", plain(name[n]), name[n], 1)
  }
  for (r = 1; r <= rows; r++) {
    n = inode[r]
    q = here[r]; sub(/.*:/, "", q)
    o = there[r]; sub(/.*:/, "", o)
    a = there[r]; sub(/:.*/, "", a)
    if (state[r] == "0A") { y = "tcp 0A listen " q; x = y }
    else if (q in listens || (q < "8000" && o >= "8000")) { y = "tcp " state[r] " in " q; x = y " " a }
    else { y = "tcp " state[r] " out " there[r]; x = y }
    if (n in owner) { key[n] = y; raw[n] = x }
    if (n in owner) add("sockets", name[owner[n]], y, x, 1)
    else if (!named) add("sockets", "-", y, x, 1)
  }
  for (i in held) {
    split(i, part, SUBSEP)
    y = socket(part[1])
    add("descriptors", name[part[2]], y, part[1] in raw ? raw[part[1]] : y, held[i])
  }
  for (k in groups) {
    least = 0
    do {
      shown = 0
      for (i in kind) if (kind[i] == k && amount[i] > least) shown++
      if (shown > 200) least = least ? least * 2 : 1
    } while (shown > 200)
    for (i in kind) if (kind[i] == k) {
      if (amount[i] > least) printf "%s\t%.0f\t%d\t%s\t%s\n", k, amount[i], count[i], substr(i, length(k) + 2), clean(example[i])
      else others[k] += amount[i]
    }
  }
  for (k in others) printf "%s\t%.0f\t0\t\t(others)\t\n", k, others[k]
}
