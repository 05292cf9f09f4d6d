#pragma once
// What a picture of a spec, and of a run, shows.

#include "gen/draw/picture.hpp"
#include "model/explore.hpp"
#include "model/model.hpp"
#include "model/two_runs.hpp"

#include <string>

namespace fief::gen {

/// The tables by noun with their keys, fields and references, and each revocation as a small state machine: its phases with their periods,
/// the calls that lead from one to the next, what is emitted, what force does, what is spared. The first tables and revocations only, with
/// a note, where there are too many for a picture.
[[nodiscard]] Picture draw_spec(const model::Model& model);

/// A run as a storyboard: a panel a step, with the records that live or change in the run and what they name. What changed is marked; in
/// the last panel also what is broken: the witnesses of the violated property (`broken`, where the end of the run breaks it, else the first
/// that it breaks), the values its story tells of, and references whose record is gone. Steps that failed are left out, and the latest
/// steps and the most telling records are drawn, with a note, where there are too many for a picture.
[[nodiscard]] Picture draw_run(const model::Model& model, const model::Run& run, const std::string& broken);

/// Two runs that an observer cannot tell apart until a step, side by side: the states at their ends, and what the step makes of them. What
/// differs between the runs is marked, and by what the observer tells them apart.
[[nodiscard]] Picture draw_two_runs(const model::Model& model, const model::RunsApart& apart, const model::Leak& leak);

}  // namespace fief::gen
