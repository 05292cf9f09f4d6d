#include "model/model.hpp"

namespace fief::model {

std::optional<FieldId> Table::field(Role role) const {
    for (std::uint32_t i = 0; i < fields.size(); ++i)
        if (fields[i].role == role) return FieldId{i};
    return std::nullopt;
}

std::optional<FieldId> Table::field(const std::string& wanted) const {
    for (std::uint32_t i = 0; i < fields.size(); ++i)
        if (fields[i].name == wanted) return FieldId{i};
    return std::nullopt;
}

std::optional<IsolationId> Model::isolation_of(TableId actor) const {
    for (std::uint32_t i = 0; i < isolations.size(); ++i)
        if (vars[isolations[i].observer.value].type.table == actor) return IsolationId{i};
    return std::nullopt;
}

}  // namespace fief::model
