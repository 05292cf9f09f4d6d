#include "bench/synthetic.hpp"

#include <fmt/format.h>

#include <cassert>

namespace fief::bench {
namespace {

/// `x` ends the names of the tables.
std::string tables(const std::string& x, std::string_view fields) {
    return fmt::format(R"(
resource page{x}[4096] owned by env {fields}
capability cap{x}[16384] to page{x} held by env derived {{ rights {{ read, write, grant }} }}
binding pte{x}[env, 1024] to page{x} via cap{x} {{ rights {{ read, write }} }}
index cap{x} by target
index pte{x} by target
)",
                       fmt::arg("x", x), fmt::arg("fields", fields));
}

/// The calls of the round `i`, on the tables whose names end in `x`; of frames of the use `i`, where frames have one.
std::string round(unsigned i, const std::string& x, bool uses) {
    const auto of_use = [&](const std::string& page) {
        return uses ? fmt::format("\n  require {}.use is use{} else other_use", page, i) : std::string();
    };
    return fmt::format(R"(
call alloc{i}(p: page{x}) by e: env gives c: cap{x} {{
  require p.owner is none else taken
  p.owner := e{to_use}
  new c: cap{x} {{ target: p, holder: e, rights: all }}
}}

call free{i}(p: page{x}) by e: env {{
  require p.owner is e else not_owner{page_use}
  for m: pte{x} where m.target is p {{ drop m }}
  for c: cap{x} where c.target is p {{ drop c }}
  p.owner := none
}}

call share{i}(c: cap{x}, to: env, r: cap{x}.rights) by e: env gives d: cap{x} {{
  require c.holder is e else not_holder{target_use}
  require grant in c.rights else no_right
  require r within c.rights else amplifies
  new d: cap{x} {{ target: c.target, holder: to, rights: r, parent: c }}
}}

call map{i}(v: pte{x}.slot, c: cap{x}, r: pte{x}.rights) by e: env {{
  require c.holder is e else not_holder{target_use}
  require r within c.rights else no_right
  require pte{x}[e, v] is not live else occupied
  new pte{x}[e, v] {{ target: c.target, via: c, rights: r }}
}}

call unmap{i}(v: pte{x}.slot) by e: env {{
  require pte{x}[e, v] is live else not_mapped{entry_use}
  drop pte{x}[e, v]
}}
)",
                       fmt::arg("i", i), fmt::arg("x", x), fmt::arg("to_use", uses ? fmt::format("\n  p.use := use{}", i) : ""),
                       fmt::arg("page_use", of_use("p")), fmt::arg("target_use", of_use("c.target")),
                       fmt::arg("entry_use", of_use("pte" + x + "[e, v].target")));
}

}  // namespace

std::string synthetic(Growth growth, unsigned calls) {
    assert(calls > 0 && calls % 5 == 0);
    const unsigned rounds = calls / 5;
    std::string out = "system synthetic\n\nactor env[64]\nboot { env[0..1] {} }\n";
    if (growth == Growth::calls) {
        out += "enum use { unused";
        for (unsigned i = 0; i < rounds; ++i) out += fmt::format(", use{}", i);
        out += " }\n" + tables("", "{ use : use }");
    }
    for (unsigned i = 0; i < rounds; ++i) {
        const std::string x = growth == Growth::system ? fmt::format("{}", i) : "";
        if (growth == Growth::system) out += tables(x, "");
        out += round(i, x, growth == Growth::calls);
    }
    return out;
}

std::string_view name(Growth growth) { return growth == Growth::calls ? "calls" : "system"; }

}  // namespace fief::bench
