#pragma once
// What a guard asks of one record, in as few loads as there can be.

#include "gen/program.hpp"

namespace fief::gen {

/// Tests of one record that follow each other become one: the record is in one place, and branches cost more than its bytes. Whether it is
/// live, and whether its rights hold some, is one question where both are bytes side by side: their columns are then `paired`.
[[nodiscard]] std::vector<Expr> together(std::vector<Expr> tests, const model::Model& model, std::vector<Table>& tables);

}  // namespace fief::gen
