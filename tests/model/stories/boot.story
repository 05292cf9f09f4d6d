// At any size the boot records name the same records: `m[env[1], 0]` is the fifth of eight, or the third of four.
spec boot.fief
capacity env=2 m=2
add()
  best.m = m[env1, 0]
  m[env1, 0].weight = 5
  note[m[env1, 0]].weight = 6
