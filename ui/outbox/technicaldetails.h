// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include <vector>

#include "models/store/outboxitem.h"
#include "ui/casefile/casefacts.h"

namespace tawasul {

class Button;
class FactGrid;
class Theme;

/// «تفاصيل»: what an engineer asks for, behind a button; each value can be selected and copied.
class TechnicalDetails : public QWidget
{
    Q_OBJECT

public:
    explicit TechnicalDetails(const Theme &theme, QWidget *parent = nullptr);

    /// Stays open or closed, and keeps its widgets while nothing has changed.
    void present(const OutboxItem &item, Instant now, DisplayLocale locale);
    /// The button that opens and closes it; stands where its owner puts it.
    [[nodiscard]] Button &toggle() { return *m_toggle; }

private:
    void turn(bool open);

    Button *m_toggle;
    FactGrid *m_grid;
    std::vector<Fact> m_facts;
};

} // namespace tawasul
