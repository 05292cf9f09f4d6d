spec loops.fief
capacity env=2 node=3 note=2
spawn() -> env0
spawn() -> env1
branch(2) by env0
  env0.points = 2
branch(5) by env0
  env0.points = 2
branch(4) by env0
  env0.points = 1
branch(9) by env0
  emits done(env0)
  changes nothing
choose(4) by env0 -> 8
choose(5) by env0 -> 9
add(9) by env0                           // 1 + 9 does not fit
  undefined outside 0..9
  changes nothing
some() by env0 -> none
  emits done(env0)
two() by env0 -> node0, node1
  node1.parent = node0
some() by env0 -> node0
some() by env0 choosing node1 -> node1
two() by env1 fails full                 // room for one only: nothing happens
  changes nothing
replace(node1) by env1 -> node2          // never one that was live when the call began
  node1 is not live
grow(4) by env0 -> node1
replace(node1) by env0 fails full
  node1 is live
room() by env0
  note[env0, 0].level = 1
room() by env0
  note[env0, 1].level = 1
room() by env0 fails no_room
room() by env1
  note[env1, 0] is live
same_note() by env0
  undefined is live already
