// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QFrame>

#include "models/domain/clock.h"
#include "models/domain/leave.h"
#include "ui/supervision/boardwords.h"
#include "ui/theme/theme.h"

namespace tawasul {

class Button;
class ChoiceBox;
class DayField;
class FilterChip;
class LabelledField;
class PlainLabel;
class Strip;

/// Records that an officer is away: today, until further notice, or planned days with a substitute.
class LeaveSheet : public QFrame
{
    Q_OBJECT

public:
    LeaveSheet(const Theme &theme, const BoardWords &words, const Clock &clock, QWidget *parent = nullptr);

    void setStaff(const std::vector<Colleague> &staff);
    void setOffline(bool offline) { m_offline = offline; }
    void open(const PersonName &officer, Leave::Kind kind);
    /// It was recorded, or refused; the words say why.
    void setRecorded(const Outcome &recorded);
    void focusFirst();

    /// As it stands in the fields.
    [[nodiscard]] Leave leave() const;

Q_SIGNALS:
    void confirmed(const tawasul::Leave &leave);
    /// It was recorded and can be forgotten, or was given up.
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Way { Today, Open, Planned };

    QLayout *makeHead();
    QWidget *makeWays();
    void chooseWay(Way way);
    void offerSubstitutes();
    void showProblem(const Error &error);
    void confirm();

    const Theme &m_theme;
    const BoardWords &m_words;
    const Clock &m_clock;
    std::vector<Colleague> m_staff;
    PersonName m_officer;
    Way m_way = Way::Today;
    bool m_offline = false;

    PlainLabel *m_title;
    PlainLabel *m_name;
    Strip *m_message;
    FilterChip *m_today;
    FilterChip *m_open;
    FilterChip *m_planned;
    QWidget *m_days;
    DayField *m_first;
    DayField *m_last;
    ChoiceBox *m_substitute;
    LabelledField *m_substituteRow;
    PlainLabel *m_means;
    Button *m_confirm;
};

} // namespace tawasul
