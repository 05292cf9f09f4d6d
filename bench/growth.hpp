#pragma once

#include <cmath>
#include <utility>
#include <vector>

namespace fief::bench {

/// The exponent of growth: the slope of ln y by ln x.
inline double exponent(const std::vector<std::pair<double, double>>& points) {
    double sx = 0, sy = 0, sxx = 0, sxy = 0;
    const double n = static_cast<double>(points.size());
    for (const auto& [x, y] : points) {
        sx += std::log(x), sy += std::log(y), sxx += std::log(x) * std::log(x), sxy += std::log(x) * std::log(y);
    }
    return (n * sxy - sx * sy) / (n * sxx - sx * sx);
}

}  // namespace fief::bench
