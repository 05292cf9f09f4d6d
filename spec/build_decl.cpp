#include "spec/build.hpp"

#include <algorithm>
#include <cassert>

namespace fief::spec {

// ---- statements -----------------------------------------------------------------------------------------------------

Block Builder::block(const Node& node) {
    Block all;
    for (const Node& c : node.children)
        if (c.rule != Rule::token) all.push_back(stmt(c));
    return all;
}

ExprPtr Builder::where(const Node& binder) { return binder.children.size() > 1 ? expr(binder.children[2]) : nullptr; }

std::vector<Init> Builder::inits(const Node& node) {
    std::vector<Init> all;
    for (const Node& c : node.children)
        if (c.rule == Rule::init_item) all.push_back({name(c.children[0]), expr(c.children[2])});
    return all;
}

Stmt Builder::if_stmt(const Node& node) {
    IfStmt result{expr(node.children[1]), block(node.children[2]), std::nullopt};
    if (node.children.size() > 4) {
        const Node& other = node.children[4];
        if (other.rule == Rule::block) {
            result.otherwise = block(other);
        } else {
            result.otherwise.emplace();
            result.otherwise->push_back(if_stmt(other));
        }
    }
    return {span(node), std::move(result)};
}

Stmt Builder::stmt(const Node& node) {
    const Span where_it_is = span(node);
    const auto& parts = node.children;
    switch (node.rule) {
        case Rule::require_stmt: return {where_it_is, RequireStmt{expr(parts[1]), name(parts[3])}};
        case Rule::let_stmt: return {where_it_is, LetStmt{name(parts[1]), expr(parts[3])}};
        case Rule::new_stmt: {
            NewStmt result;
            const std::vector<Name> both = names(node);
            if (both.size() > 1) result.result = both[0];
            result.table = both.back();
            if (const Node* keys = find(node, Rule::index)) {
                result.has_keys = true;
                result.keys = exprs(*keys);
            }
            result.inits = inits(child(node, Rule::init));
            return {where_it_is, std::move(result)};
        }
        case Rule::drop_stmt: return {where_it_is, DropStmt{place(parts[1])}};
        case Rule::for_stmt: return {where_it_is, ForStmt{param(child(parts[1], Rule::param)), where(parts[1]), block(parts[2])}};
        case Rule::pick_stmt: {
            PickStmt result{param(child(parts[1], Rule::param)), where(parts[1]), block(parts[2]), std::nullopt};
            if (parts.size() > 4) result.otherwise = block(parts[4]);
            return {where_it_is, std::move(result)};
        }
        case Rule::if_stmt: return if_stmt(node);
        case Rule::emit_stmt: return {where_it_is, EmitStmt{name(parts[1]), exprs(parts[2])}};
        case Rule::enter_stmt: return {where_it_is, EnterStmt{name(parts[1]), exprs(parts[2])}};
        case Rule::force_stmt: return {where_it_is, ForceStmt{exprs(parts[1])}};
        case Rule::routine_stmt: return {where_it_is, RoutineStmt{name(parts[0]), exprs(parts[1])}};
        case Rule::assign_stmt: return {where_it_is, AssignStmt{place(parts[0]), expr(parts[2])}};
        default: assert(false && "not a statement"); return {where_it_is, LetStmt{}};
    }
}

std::vector<std::string> Builder::docs_before(std::uint32_t at) const {
    const std::uint32_t from = at > 0 ? tokens_[at - 1].end : 0;
    const std::uint32_t to = tokens_[at].begin;
    std::vector<std::string> lines;
    auto next = std::ranges::lower_bound(comments_, from, {}, &Token::begin);
    for (; next != comments_.end() && next->begin < to; ++next) {
        if (next->kind != TokenKind::doc) continue;
        // One that follows a token on its line is a remark on that line.
        if (from > 0 && source_.text().substr(from, next->begin - from).find_first_of("\r\n") == std::string_view::npos) continue;
        std::string_view text = source_.text().substr(next->begin + 3, next->end - next->begin - 3);
        if (text.starts_with(' ')) text.remove_prefix(1);
        while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
        lines.emplace_back(text);
    }
    return lines;
}

// ---- declarations ---------------------------------------------------------------------------------------------------

TableDecl Builder::table(const Node& node) {
    TableDecl result;
    const std::string_view noun = text(child(node, Rule::noun));
    result.noun = noun == "actor"        ? Noun::actor
                  : noun == "resource"   ? Noun::resource
                  : noun == "capability" ? Noun::capability
                  : noun == "binding"    ? Noun::binding
                                         : Noun::table;
    result.name = name(child(node, Rule::name));
    if (const Node* keys = find(node, Rule::keys)) {
        for (const Node& k : keys->children) {
            if (k.rule != Rule::key) continue;
            KeyExpr key;
            key.span = span(k);
            std::vector<Name> written = names(k);
            if (const Node* size = find(k, TokenKind::integer)) {
                key.size = integer(*size);
            } else if (find(k, TokenKind::bad_number) != nullptr) {
                key.size = 1;
            } else {
                key.table = written.back();
                written.pop_back();
            }
            if (!written.empty()) key.label = written.front();
            result.keys.push_back(std::move(key));
        }
    }
    for (const Node& c : node.children) {
        if (c.rule != Rule::clause) continue;
        Clause clause{span(c), KeptClause{}};
        const std::vector<Name> written = names(c);
        if (has(c, "owned")) {
            clause.node = OwnedClause{written.back()};
        } else if (has(c, "held")) {
            clause.node = HeldClause{written.back()};
        } else if (has(c, "to")) {
            clause.node = ToClause{has(c, "weak"), written.back()};
        } else if (has(c, "via")) {
            ViaClause via{std::nullopt, written.back()};
            if (written.size() > 1) via.label = written.front();
            clause.node = std::move(via);
        } else if (has(c, "derived")) {
            clause.node = DerivedClause{};
        } else if (has(c, "free")) {
            clause.node = FreeClause{name(child(c, Rule::word)), name(c.children.back())};
        }
        result.clauses.push_back(std::move(clause));
    }
    if (const Node* fields = find(node, Rule::fields)) {
        result.has_body = true;
        for (const Node& f : fields->children) {
            if (f.rule != Rule::field) continue;
            FieldDecl field{span(f), docs_before(f.first), RightsField{}};
            if (const Node* t = find(f, Rule::type)) {
                field.node = PlainField{name(child(f, Rule::word)), type(*t)};
            } else {
                field.node = RightsField{names(f)};
            }
            result.fields.push_back(std::move(field));
        }
    }
    return result;
}

RevocationDecl Builder::revocation(const Node& node) {
    RevocationDecl result;
    result.subject = param(child(node, Rule::param));
    for (const Node& item : child(node, Rule::rev_body).children) {
        const auto& parts = item.children;
        switch (item.rule) {
            case Rule::phase_item: result.phases.push_back({span(item), name(parts[1]), expr(parts[3]), block(parts[4])}); break;
            case Rule::force_item: result.force.push_back({span(item), block(parts[1])}); break;
            case Rule::spare_item: result.spare.push_back({span(item), expr(parts[1])}); break;
            default: break;
        }
    }
    return result;
}

CallDecl Builder::call(const Node& node, bool kernel) {
    CallDecl result;
    result.kernel = kernel;
    result.name = name(child(node, Rule::name));
    result.params = params(child(node, Rule::params));
    if (const Node* actor = find(node, Rule::param)) result.actor = param(*actor);
    if (const Node* gives = find(node, Rule::gives)) result.results = params(*gives);
    result.body = block(child(node, Rule::block));
    return result;
}

IsolateDecl Builder::isolate(const Node& node) {
    IsolateDecl result;
    result.actor = param(child(node, Rule::param));
    for (const Node& item : child(node, Rule::view_body).children) {
        if (item.rule != Rule::view_part && item.rule != Rule::view_flow) continue;
        const Node& binder = child(item, Rule::binder);
        if (item.rule == Rule::view_flow) {
            result.flows.push_back({span(item), param(binder.children[0]), where(binder)});
        } else {
            ViewPart part{span(item), param(binder.children[0]), where(binder), std::nullopt};
            if (const Node* shown = find(item, Rule::shown)) part.shown = names(*shown);
            result.parts.push_back(std::move(part));
        }
    }
    return result;
}

BootDecl Builder::boot(const Node& node) {
    BootDecl result;
    for (const Node& item : child(node, Rule::boot_body).children) {
        if (item.rule == Rule::boot_file) {
            const Node& path = item.children[2];
            result.items.emplace_back(BootFile{span(item), name(item.children[0]), quoted(path), span(path)});
        } else if (item.rule == Rule::boot_record) {
            BootRecord record{span(item), name(item.children[0]), {}, inits(child(item, Rule::init))};
            for (const Node& k : item.children) {
                if (k.rule != Rule::boot_key) continue;
                BootKey key{span(k), std::nullopt, nullptr, nullptr};
                std::size_t at = 0;
                if (has(k, ":")) {
                    key.label = name(k.children[0]);
                    at = 2;
                }
                key.first = expr(k.children[at]);
                if (has(k, "..")) key.last = expr(k.children[at + 2]);
                record.keys.push_back(std::move(key));
            }
            result.items.emplace_back(std::move(record));
        }
    }
    return result;
}

Decl Builder::declaration(const Node& node) {
    Decl result{span(node), {}, ImportDecl{}};
    const auto& parts = node.children;
    switch (node.rule) {
        case Rule::import_decl: result.node = ImportDecl{quoted(parts[1]), span(parts[1])}; break;
        case Rule::clock_decl: result.node = ClockDecl{name(parts[1]), duration(parts[3]), span(parts[3])}; break;
        case Rule::table_decl: result.node = table(node); break;
        case Rule::enum_decl: {
            std::vector<Name> all = names(node);
            EnumDecl decl{all.front(), {}};
            decl.values.assign(all.begin() + 1, all.end());
            result.node = std::move(decl);
            break;
        }
        case Rule::relation_decl: {
            std::vector<Name> all = names(node);
            result.node = RelationDecl{all[0], all[1], all[2], all[3]};
            break;
        }
        case Rule::index_decl: {
            std::vector<Name> all = names(node);
            IndexDecl decl{all.front(), {}};
            decl.fields.assign(all.begin() + 1, all.end());
            result.node = std::move(decl);
            break;
        }
        case Rule::count_decl: {
            const Node& binder = child(node, Rule::binder);
            CountDecl decl{name(child(node, Rule::name)), {}, param(binder.children[0]), where(binder)};
            if (const Node* p = find(node, Rule::params)) decl.params = params(*p);
            result.node = std::move(decl);
            break;
        }
        case Rule::event_decl: result.node = EventDecl{name(parts[1]), params(parts[2])}; break;
        case Rule::revocation_decl: result.node = revocation(node); break;
        case Rule::call_decl: result.node = call(node, false); break;
        case Rule::kernel_decl: result.node = call(node, true); break;
        case Rule::routine_decl: result.node = RoutineDecl{name(parts[1]), params(parts[2]), block(parts[3])}; break;
        case Rule::guard_decl: {
            GuardDecl decl{name(parts[1]), params(parts[2]), std::nullopt, expr(parts.back())};
            if (const Node* actor = find(node, Rule::param)) decl.actor = param(*actor);
            result.node = std::move(decl);
            break;
        }
        case Rule::property_decl: {
            const auto kind = is(parts[0], "invariant")    ? PropertyDecl::Kind::invariant
                              : is(parts[0], "transition") ? PropertyDecl::Kind::transition
                                                           : PropertyDecl::Kind::reachable;
            result.node = PropertyDecl{kind, name(parts[1]), expr(parts[3])};
            break;
        }
        case Rule::authority_decl: result.node = AuthorityDecl{param(parts[1]), param(parts[3]), expr(parts[5])}; break;
        case Rule::isolate_decl: result.node = isolate(node); break;
        case Rule::waive_decl: {
            WaiveDecl decl{name(parts[1]), quoted(parts.back()), span(parts.back())};
            for (const Node& c : parts) {
                if (c.rule != Rule::token || tokens_[c.first].kind != TokenKind::member) continue;
                decl.property.text += '.' + member(c).text;
                decl.property.span = cover(decl.property.span, span(c));
            }
            result.node = std::move(decl);
            break;
        }
        case Rule::boot_decl: result.node = boot(node); break;
        default: assert(false && "not a declaration"); break;
    }
    return result;
}

}  // namespace fief::spec
