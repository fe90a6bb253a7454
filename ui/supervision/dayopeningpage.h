// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/sync/syncstatus.h"
#include "ui/shared/card.h"
#include "ui/supervision/boardwords.h"
#include "ui/theme/icon.h"
#include "ui/theme/tokens.h"

namespace tawasul {

class PlainLabel;
class Strip;
class Theme;

/// «بداية الدوام»: what waits for a supervisor in the morning, a line each: how many, one sentence, one step.
class DayOpeningPage : public Card
{
    Q_OBJECT

public:
    DayOpeningPage(const Theme &theme, const Clock &clock, DisplayLocale locale, QWidget *parent = nullptr);

    void setReference(const ReferencePtr &reference);
    void setOpening(const DayOpening &opening);
    /// It could not be read; what was shown before stays.
    void setUnread(const Error &error);
    void setSyncStatus(const SyncStatus &status);
    /// Called every few seconds.
    void tick();
    void focusFirst();

Q_SIGNALS:
    /// These cases are to be seen, ready to be distributed.
    void asked(const tawasul::BoardQuestion &question);
    void boardRequested();
    /// The page is in sight.
    void shown();

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Line
    {
        const char *name; ///< of its button
        int count;
        Icon icon;
        Tone tone;
        QString sentence;
        QString detail;
        QString step;
        BoardQuestion question;

        friend bool operator==(const Line &, const Line &) = default;
    };

    [[nodiscard]] std::vector<Line> lines() const;
    [[nodiscard]] Line machineLine(const UnsentMachine &machine) const;
    [[nodiscard]] QWidget *makeLine(const Line &line);
    void showAll();
    void showAge();
    void fill();
    void focusStep(const QString &name);

    const Theme &m_theme;
    const Clock &m_clock;
    BoardWords m_words;
    SyncStatus m_status;
    std::optional<DayOpening> m_opening;
    std::vector<Line> m_shown;
    PlainLabel *m_date;
    PlainLabel *m_age;
    Strip *m_strip;
    QVBoxLayout *m_lines;
    PlainLabel *m_away;
    QWidget *m_waiting;
    QWidget *m_empty;
};

} // namespace tawasul
