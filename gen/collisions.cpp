#include "gen/collisions.hpp"

#include "gen/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace fief::gen {
namespace {

class Names {
public:
    void add(const std::string& name, const std::string& what) {
        const auto [at, fresh] = seen_.emplace(name, what);
        if (!fresh) out_.push_back(fmt::format("`{}` would be the name of {} and of {}", name, at->second, what));
    }
    [[nodiscard]] std::vector<std::string> found() { return std::move(out_); }

private:
    std::map<std::string, std::string> seen_;
    std::vector<std::string> out_;
};

/// Types and constants of the namespace, and the tables; with what each is.
std::vector<std::pair<std::string, std::string>> of_namespace(const model::Model& m) {
    std::vector<std::pair<std::string, std::string>> out;
    for (const model::Table& table : m.tables) {
        const std::string type = camel(table.name), records = fmt::format("the records of `{}`", table.name);
        out.emplace_back(type, records);
        out.emplace_back(type + "Id", fmt::format("the numbers of {}", records));
        for (const model::Key& key : table.keys)
            if (!key.table) out.emplace_back(type + camel(key.name), fmt::format("the slots `{}` of `{}`", key.name, table.name));
        out.emplace_back(table.name + "_count", fmt::format("how many {} there are", records));
        if (table.rights) out.emplace_back(fmt::format("all_{}_rights", table.name), fmt::format("all rights of `{}`", table.name));
    }
    for (const model::Enumeration& enumeration : m.enumerations) {
        std::string name = enumeration.name;
        std::replace(name.begin(), name.end(), '.', '_');
        out.emplace_back(camel(name), fmt::format("the enumeration `{}`", enumeration.name));
    }
    for (const std::string& right : m.rights) out.emplace_back(right + "_right", fmt::format("the right `{}`", right));
    out.emplace_back("no_rights", "no rights");
    return out;
}

/// The macros of the header for C.
void of_c(const model::Model& m, Names& names) {
    for (const model::Table& table : m.tables) {
        names.add(upper(table.name + "_count"), fmt::format("how many records `{}` has", table.name));
        names.add(upper("no_" + table.name), fmt::format("no record of `{}`", table.name));
    }
    for (const std::string& right : m.rights) names.add(upper("right_" + right), fmt::format("the right `{}`", right));
    for (const model::Enumeration& e : m.enumerations)
        for (const std::string& name : e.names)
            names.add(upper(e.name + "_" + name), fmt::format("`{}` of the enumeration `{}`", name, e.name));
    for (const model::Call& call : m.calls) names.add(upper("call_" + call.name), fmt::format("the number of the call `{}`", call.name));
    names.add("OK", "success");
    for (const std::string& error : m.errors) names.add(upper("error_" + error), fmt::format("the error `{}`", error));
}

}  // namespace

std::vector<std::string> names_of_namespace(const model::Model& m) {
    std::vector<std::string> out;
    for (auto& [name, what] : of_namespace(m)) out.push_back(std::move(name));
    return out;
}

std::vector<std::string> collisions(const model::Model& m, bool c_layout) {
    Names names, inside, c;
    for (const auto& [name, what] : of_namespace(m)) names.add(name, what), inside.add(name, what);
    // A member is not to have a type's name: it would mean another thing behind it.
    for (const model::Table& table : m.tables) {
        names.add(identifier(table.name), fmt::format("the table `{}`", table.name));
        if (c_layout && table.name == "tables") names.add("tables", "all tables together");
    }
    std::vector<std::string> out = names.found();
    // Calls and guards are members beside each other, which all this is named in.
    (void)inside.found();
    for (const model::Call& call : m.calls) inside.add(identifier(call.name), fmt::format("the call `{}`", call.name));
    for (const model::Guard& guard : m.guards)
        if (guard.actor) inside.add(identifier(guard.name), fmt::format("the guard `{}`", guard.name));
    if (c_layout) of_c(m, c);
    for (Names* more : {&inside, &c})
        for (std::string& sentence : more->found()) out.push_back(std::move(sentence));
    return out;
}

}  // namespace fief::gen
