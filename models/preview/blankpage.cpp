// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/blankpage.h"

#include <algorithm>
#include <vector>

namespace tawasul {

namespace {

constexpr int kCells = 350;        ///< that the longer side is divided into: half a millimetre or so of A4
constexpr double kMargin = 0.04;   ///< of each side
constexpr int kNeighbourhood = 12; ///< cells that share one opinion of how bright paper is
constexpr int kContrast = 28;      ///< of 255: less is no ink
constexpr int kUnevenness = 60;    ///< of 255: darker than the brightest paper by more is no paper
constexpr int kDarkestPaper = 90;  ///< of 255
constexpr double kBlank = 0.0015;  ///< a line of text is twice as much, the number of a page half

/// Mean brightnesses, row by row.
struct Grid
{
    int width = 0;
    int height = 0;
    std::vector<int> cells;

    [[nodiscard]] int at(int x, int y) const
    {
        return cells[std::size_t(y) * std::size_t(width) + std::size_t(x)];
    }
};

int meanOf(const QImage &image, int left, int top, int side)
{
    int sum = 0;
    for (int y = top; y < top + side; ++y) {
        const auto *row = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = left; x < left + side; ++x)
            sum += qGray(row[x]);
    }
    return sum / (side * side);
}

Grid gridOf(const QImage &image)
{
    const int side = std::max(1, std::max(image.width(), image.height()) / kCells);
    const int left = int(image.width() * kMargin);
    const int top = int(image.height() * kMargin);
    Grid grid;
    grid.width = (image.width() - 2 * left) / side;
    grid.height = (image.height() - 2 * top) / side;
    grid.cells.reserve(std::size_t(grid.width) * std::size_t(grid.height));
    for (int y = 0; y < grid.height; ++y) {
        for (int x = 0; x < grid.width; ++x)
            grid.cells.push_back(meanOf(image, left + x * side, top + y * side, side));
    }
    return grid;
}

/// Brighter than nine tenths.
int paperOf(std::vector<int> cells)
{
    const auto ninth = cells.begin() + std::ptrdiff_t(cells.size() * 9 / 10);
    std::nth_element(cells.begin(), ninth, cells.end());
    return *ninth;
}

std::size_t inkWithin(const Grid &grid, int left, int top, int paper)
{
    const int right = std::min(left + kNeighbourhood, grid.width);
    const int bottom = std::min(top + kNeighbourhood, grid.height);
    std::vector<int> cells;
    for (int y = top; y < bottom; ++y) {
        for (int x = left; x < right; ++x)
            cells.push_back(grid.at(x, y));
    }
    // Light falls unevenly; but what is far darker than all paper is not in a shadow, it is printed.
    const int here = std::max(paperOf(cells), paper - kUnevenness);
    return std::size_t(
        std::count_if(cells.begin(), cells.end(), [here](int cell) { return cell < here - kContrast; }));
}

} // namespace

double inkShare(const QImage &page)
{
    if (page.isNull())
        return 0;
    const Grid grid = gridOf(page.depth() == 32 ? page : page.convertToFormat(QImage::Format_RGB32));
    if (grid.cells.empty())
        return 1; // too small to tell
    const int paper = paperOf(grid.cells);
    if (paper < kDarkestPaper)
        return 1;
    std::size_t ink = 0;
    for (int y = 0; y < grid.height; y += kNeighbourhood) {
        for (int x = 0; x < grid.width; x += kNeighbourhood)
            ink += inkWithin(grid, x, y, paper);
    }
    return double(ink) / double(grid.cells.size());
}

bool isNearlyBlank(const QImage &page)
{
    return !page.isNull() && inkShare(page) < kBlank;
}

} // namespace tawasul
