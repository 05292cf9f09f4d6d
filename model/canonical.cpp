#include "model/canonical.hpp"

#include <fmt/format.h>

#include <iterator>
#include <unordered_map>

namespace fief::model {
namespace {

class Writer {
public:
    explicit Writer(const Model& model) : m_(model) {}

    std::string text;

    template <class... Args>
    void put(fmt::format_string<Args...> format, Args&&... args) {
        fmt::format_to(std::back_inserter(text), format, std::forward<Args>(args)...);
    }

    void type(const Type& t) {
        put("<{}", static_cast<int>(t.kind));
        switch (t.kind) {
            case Type::Kind::integer: put(" {} {}", t.lo, t.hi); break;
            case Type::Kind::enumeration: put(" {}", m_[t.enumeration].name); break;
            case Type::Kind::reference: put(" {}{}{}", m_[t.table].name, t.optional ? "?" : "", t.weak ? "~" : ""); break;
            case Type::Kind::rights: put(" {}", m_[t.table].name); break;
            case Type::Kind::slot: put(" {} {}", m_[t.table].name, t.key); break;
            default: break;
        }
        put(">");
    }

    void var(VarId id) {
        const auto [at, fresh] = vars_.try_emplace(id.value, vars_.size());
        put("v{}", at->second);
        if (fresh) {
            type(m_[id].type);
            put("{}", static_cast<int>(m_[id].kind));
        }
    }
    void vars(const std::vector<VarId>& ids) {
        for (VarId v : ids) put(" "), var(v);
    }

    void field(TableId table, FieldId f) { put(" {}.{}", m_[table].name, m_[table].fields[f.value].name); }

    void exprs(const std::vector<ExprId>& ids) {
        for (ExprId e : ids) expr(e);
    }

    void expr(ExprId id) {
        const Expr& x = m_[id];
        put("({}", x.node.index());
        type(x.type);
        std::visit(overloaded{[&](const Const& n) { put(" {}", n.value); },
                              [&](const VarRef& n) { put(" "), var(n.var); },
                              [&](const Now&) {},
                              [&](const RecordAt& n) { put(" {}", m_[n.table].name), exprs(n.keys); },
                              [&](const Read& n) { field(m_[n.record].type.table, n.field), expr(n.record); },
                              [&](const Live& n) { expr(n.record); },
                              [&](const Current& n) { expr(n.reference); },
                              [&](const Full& n) { put(" {}", m_[n.table].name), exprs(n.keys); },
                              [&](const Not& n) { expr(n.operand); },
                              [&](const And& n) { exprs(n.operands); },
                              [&](const Or& n) { exprs(n.operands); },
                              [&](const Implies& n) { expr(n.left), expr(n.right); },
                              [&](const Equal& n) { expr(n.left), expr(n.right); },
                              [&](const Less& n) { put(" {}", n.or_equal), expr(n.left), expr(n.right); },
                              [&](const Arith& n) { put(" {}", n.minus), expr(n.left), expr(n.right); },
                              [&](const RightsOp& n) { put(" {}", static_cast<int>(n.op)), expr(n.left), expr(n.right); },
                              [&](const Within& n) { expr(n.left), expr(n.right); },
                              [&](const Descends& n) { put(" {}", n.strictly), expr(n.below), expr(n.above); },
                              [&](const Related& n) { put(" {}", m_[n.relation].name), expr(n.left), expr(n.right); },
                              [&](const CountOf& n) { put(" {}", m_[n.count].name), exprs(n.args); },
                              [&](const IfElse& n) { expr(n.condition), expr(n.then), expr(n.otherwise); },
                              [&](const Quantified& n) { put(" {}", n.forall), vars(n.vars), expr(n.body); },
                              [&](const Old& n) { expr(n.operand); },
                              [&](const Caller&) {},
                              [&](const ByKernel&) {},
                              [&](const TimePasses&) {},
                              [&](const Called& n) {
                                  put(" {} {}", m_[n.call].name, n.args.has_value());
                                  if (n.args) exprs(*n.args);
                              },
                              [&](const Emitted& n) { put(" {}", m_[n.event].name), exprs(n.args); },
                              [&](const Forced& n) { put(" {}", m_[m_[n.revocation].table].name), expr(n.record); }},
                   x.node);
        put(")");
    }

    void block(const Block& statements) {
        put("{{");
        for (const Stmt& s : statements) stmt(s);
        put("}}");
    }

    void stmt(const Stmt& s) {
        put("[{} ", s.node.index());
        std::visit(overloaded{[&](const Let& n) { var(n.var), expr(n.value); },
                              [&](const Assign& n) { field(m_[n.record].type.table, n.field), expr(n.record), expr(n.value); },
                              [&](const SetResult& n) { var(n.var), expr(n.value); },
                              [&](const New& n) { put("{} ", m_[n.table].name), exprs(n.keys), var(n.var), exprs(n.inits); },
                              [&](const Drop& n) { expr(n.record); }, [&](const For& n) { var(n.var), expr(n.where), block(n.body); },
                              [&](const Pick& n) { var(n.var), expr(n.where), block(n.body), block(n.otherwise); },
                              [&](const If& n) { expr(n.condition), block(n.then), block(n.otherwise); },
                              [&](const Emit& n) { put("{}", m_[n.event].name), exprs(n.args); },
                              [&](const Force& n) { put("{}", m_[m_[n.revocation].table].name), expr(n.record); },
                              [&](const Scope& n) { block(n.body); }},
                   s.node);
        put("]");
    }

    void call(const Call& c) {
        put("{} {}", c.name, c.kernel);
        vars(c.params);
        put(" by");
        if (c.actor) var(*c.actor);
        put(" gives");
        vars(c.results);
        for (const Check& check : c.checks)
            std::visit(overloaded{[&](const Let& n) { put("[let "), var(n.var), expr(n.value), put("]"); },
                                  [&](const Require& n) { put("[require "), expr(n.condition), put(" {}]", m_[n.error]); }},
                       check.node);
        block(c.effects);
    }

    void property(const Property& p) {
        put("{}", static_cast<int>(p.kind));
        if (p.subject) put(" of "), var(*p.subject);
        if (p.formula) expr(*p.formula);
        if (p.call) put(" call {}", m_[*p.call].name);
        if (p.guard) {
            const Guard& g = m_[*p.guard];
            put(" guard");
            vars(g.params);
            if (g.actor) var(*g.actor);
            expr(g.body);
        }
        if (p.property) put(" property "), property(m_[*p.property]);
        if (!p.isolation) return;
        // Who has a flow to an observer sees what its own table's isolation says.
        put(" isolation {} step {}", m_[m_[m_[*p.isolation].observer].type.table].name, static_cast<int>(p.step));
        for (const Isolation& i : m_.isolations) isolation(i);
    }

    void isolation(const Isolation& i) {
        put(" isolate "), var(i.observer);
        for (const Isolation::Part& part : i.parts) {
            put(" part "), var(part.record), expr(part.where);
            for (FieldId f : part.fields) field(m_[part.record].type.table, f);
        }
        for (const Isolation::Flow& flow : i.flows) put(" flow "), var(flow.from), expr(flow.where);
    }

    void table(const Table& t) {
        put("table {} {} {} {} {} {:x}\n", t.name, static_cast<int>(t.noun), t.always_live, t.derived, t.kept, t.rights);
        for (const Key& k : t.keys) put(" key {} {}\n", k.name, k.table ? m_[*k.table].name : std::string());
        for (const Field& f : t.fields) {
            put(" field {} {}", f.name, static_cast<int>(f.role));
            type(f.type);
            put("\n");
        }
        if (t.free) put(" free {} {}\n", t.fields[t.free->field.value].name, t.free->value);
    }

private:
    const Model& m_;
    std::unordered_map<std::uint32_t, std::size_t> vars_;
};

}  // namespace

std::string canonical_state(const Model& m) {
    Writer w(m);
    if (m.clock) w.put("clock {} {}\n", m.clock->unit, m.clock->latency);
    for (const std::string& r : m.rights) w.put("right {}\n", r);
    for (const Table& t : m.tables) w.table(t);
    for (const Enumeration& e : m.enumerations) {
        w.put("enum {}", e.name);
        for (const std::string& n : e.names) w.put(" {}", n);
        w.put("\n");
    }
    for (const Relation& r : m.relations) w.put("relation {} {} {}\n", r.name, m[r.table].name, static_cast<int>(r.axioms));
    for (const Event& e : m.events) {
        w.put("event {}", e.name);
        w.vars(e.params);
        w.put("\n");
    }
    for (const Count& c : m.counts) {
        w.put("count {}", c.name);
        w.vars(c.params);
        w.var(c.var);
        w.expr(c.where);
        w.put("\n");
    }
    for (const Revocation& r : m.revocations) {
        w.put("revocation {} {} {}", m[r.table].name, m[r.phases].name, r.has_force);
        for (const Phase& p : r.steps) w.put(" {} {}", p.name, p.within);
        w.put("\n");
    }
    return std::move(w.text);
}

std::string canonical(const Model& model, ExprId expr) {
    Writer w(model);
    w.expr(expr);
    return std::move(w.text);
}

std::string canonical(const Model& model, const Call& call) {
    Writer w(model);
    w.call(call);
    return std::move(w.text);
}

std::string canonical(const Model& model, const Property& property) {
    Writer w(model);
    w.property(property);
    return std::move(w.text);
}

std::string canonical_boot(const Model& m) {
    Writer w(m);
    for (const BootRecord& r : m.boot) {
        w.put("{}", m[r.table].name);
        for (Value k : r.keys) w.put(" {}", k);
        for (const auto& v : r.values) w.put(" {}", v ? fmt::to_string(*v) : "-");
        w.put("\n");
    }
    // A boot state's free resources, and where slots written as numbers end, follow from the capacities.
    for (const Table& t : m.tables)
        for (const Key& k : t.keys) w.put("{} ", k.size);
    return std::move(w.text);
}

}  // namespace fief::model
