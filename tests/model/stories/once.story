spec loops.fief
capacity env=1 node=3 note=1
spawn() -> env0
grow(3) by env0 -> node0
grow(4) by env0 -> node1
same_note() by env0                      // two bodies make one record
  undefined made twice
  changes nothing
