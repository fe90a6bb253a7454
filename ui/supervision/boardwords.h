// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include "models/arabic/displaylocale.h"
#include "models/domain/board.h"
#include "models/domain/reference.h"

namespace tawasul {

/// The words of a supervisor's numbers, for the screen: names isolated, numbers in the officer's digits.
class BoardWords
{
public:
    explicit BoardWords(DisplayLocale locale);

    void setReference(const ReferencePtr &reference) { m_reference = reference; }
    [[nodiscard]] const ReferencePtr &reference() const { return m_reference; }
    [[nodiscard]] const DisplayLocale &locale() const { return m_locale; }

    [[nodiscard]] QString number(int count) const;
    /// «24 طلبًا»
    [[nodiscard]] QString requests(int count) const;
    /// The name; «غير مسندة» for nobody's.
    [[nodiscard]] QString officer(const PersonName &name) const;
    [[nodiscard]] static QString standing(Standing standing);
    /// «في إجازة حتى 25/11/2026، البديل: …»; empty when they are there.
    [[nodiscard]] QString away(const OfficerLoad &officer) const;
    /// «متأخرة 3، اليوم 5»; empty when none is.
    [[nodiscard]] QString urgent(const Load &load) const;

    [[nodiscard]] QString day(QDate day) const;
    /// Without the year, where the days are near: «23/11».
    [[nodiscard]] QString dayAndMonth(QDate day) const;
    [[nodiscard]] QString weekday(QDate day) const;
    /// A column of Board::days: «قبل اليوم», «اليوم», «23/11/2026», «لاحقًا».
    [[nodiscard]] QString column(const Board &board, int column) const;
    [[nodiscard]] QString age(const AgeBand &band) const;

    /// What the list behind a mark is called.
    [[nodiscard]] QString question(const BoardQuestion &question, const Board &board) const;

    [[nodiscard]] QString section(const QString &code) const;
    [[nodiscard]] QString service(const QString &code) const;

private:
    [[nodiscard]] QString matter(const BoardQuestion &question) const;

    DisplayLocale m_locale;
    ReferencePtr m_reference;
};

/// Whose it is on the board; nobody's when there is no such row.
[[nodiscard]] PersonName officerOf(const Board &board, const PersonId &id);
/// Of a load, as many as stand so.
[[nodiscard]] int countOf(const Load &load, Standing standing);
/// How many cases the board counts behind a mark; nothing: it does not count those.
[[nodiscard]] std::optional<int> countBehind(const Board &board, const BoardQuestion &question);

} // namespace tawasul
