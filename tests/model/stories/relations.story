// The relation of small instances: the tree where i hangs below (i - 1) / 2; a total order is the numbers'.
spec relations.fief
capacity path=7 env=1
spawn() -> env0
have(0, path1) by env0
narrow(0, path2) by env0 fails no_right
narrow(0, path0) by env0 fails no_right
narrow(0, path4) by env0
  own[env0, 0].path = path4
narrow(0, path4) by env0
narrow(0, path3) by env0 fails no_right
advance(0, path3) by env0 fails backwards
advance(0, path6) by env0
  own[env0, 0].path = path6
