#pragma once
// `aegis_test.cpp`: a program of its own that drives the generated code with random calls, beside a reference made from the Model alone.

#include "gen/print/print.hpp"

#include <string>

namespace fief::gen {

/// The program's text. It needs the generated headers and a C++20 standard library, and is for the sizes that these were generated for.
/// Equal input gives equal bytes.
[[nodiscard]] std::string tester(const model::Model& model, const Program& program, const Printer& print, const std::string& provenance);

/// Its middle part: the generated code as numbers in, numbers out.
void tester_adaptor(Writer& out, const model::Model& model, const Program& program, const Printer& print);

/// Its parts that are the same for every spec.
struct TesterTexts {
    std::string_view types, machine, subject, random, text, compare, driver;
};
[[nodiscard]] const TesterTexts& tester_texts();

}  // namespace fief::gen
