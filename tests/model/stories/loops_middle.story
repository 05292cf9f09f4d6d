// Dropping every second of a line of five.
spec loops.fief
capacity env=2 node=5 note=2
spawn() -> env0
grow(5) by env0 -> node0
under(node0, 7) by env0 -> node1
under(node1, 7) by env0 -> node2
under(node2, 5) by env0 -> node3
under(node3, 7) by env0 -> node4
cut(7) by env0
  emits {left(node1, 7), left(node2, 7), left(node4, 7)}, done(env0)
  node3.parent = node0
cut(7) by env0
  emits done(env0)
