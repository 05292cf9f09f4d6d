spec loops.fief
capacity env=2 node=5 note=2
spawn() -> env0
  env0.points = 0
grow(1) by env0 -> node0
under(node0, 2) by env0 -> node1
under(node1, 2) by env0 -> node2
under(node2, 3) by env0 -> node3
  node3.parent = node2
shift() by env0                          // each from its parent's level before the loop
  node0.level = 1
  node1.level = 1
  node2.level = 2
  node3.level = 2
twice() by env0
  node0.level = 3
  node3.level = 4
  node3.parent_level = 4
cut(3) by env0                           // all at once: the survivors' nearest surviving ancestor adopts
  emits {left(node0, 3), left(node1, 3)}, done(env0)
  node2.parent = none
  node3.parent = node2
mark_all() by env0
  seen[node2, env0].mark = true
  seen[node3, env0].mark = true
mark_all() by env0
  changes nothing
flip() by env0
  seen[node2, env0].mark = false
count_all() by env0 -> 2, 2
  total.level = 4
  total.last = env0
