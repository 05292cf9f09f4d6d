#include "gen/collisions.hpp"

#include "gen/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

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

}  // namespace

std::vector<std::string> collisions(const model::Model& m, bool c_layout) {
    Names names;
    for (const model::Table& table : m.tables) {
        const std::string type = camel(table.name), records = fmt::format("the records of `{}`", table.name);
        names.add(type, records);
        names.add(type + "Id", fmt::format("the numbers of {}", records));
        for (const model::Key& key : table.keys)
            if (!key.table) names.add(type + camel(key.name), fmt::format("the slots `{}` of `{}`", key.name, table.name));
        names.add(table.name + "_count", fmt::format("how many {} there are", records));
        // A member is not to have a type's name: it would mean another thing behind it.
        names.add(identifier(table.name), fmt::format("the table `{}`", table.name));
        if (c_layout && table.name == "tables") names.add("tables", "all tables together");
    }
    for (const model::Enumeration& enumeration : m.enumerations) {
        std::string name = enumeration.name;
        std::replace(name.begin(), name.end(), '.', '_');
        names.add(camel(name), fmt::format("the enumeration `{}`", enumeration.name));
    }
    return names.found();
}

}  // namespace fief::gen
