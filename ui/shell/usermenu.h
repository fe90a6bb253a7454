// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QPushButton>

#include "models/arabic/displaylocale.h"
#include "models/domain/person.h"
#include "ui/documents/securitystatus.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

QT_BEGIN_NAMESPACE
class QActionGroup;
class QMenu;
QT_END_NAMESPACE

namespace tawasul {

/// Who is signed in, and behind it what they may choose for themselves.
class UserMenu : public QPushButton
{
    Q_OBJECT

public:
    UserMenu(const Theme &theme, DisplayLocale locale, QWidget *parent = nullptr);

    void setOfficer(const Actor &officer);
    void setDensity(Density density);
    /// How attachments are opened on this device; before that it is not spoken of.
    void setSecurity(const SecurityStatus &status);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void schemeRequested(tawasul::Scheme scheme);
    void textPercentRequested(int percent);
    void densityRequested(tawasul::Density density);
    void languageRequested(tawasul::Language language);
    void endOfDayRequested();
    void signOutRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fillMenu();
    void addSchemes();
    void addTextSizes();
    void addDensities();
    void addLegend();
    QAction *addChoice(QMenu &menu, QActionGroup &group, const QString &name, int value);
    void showChosen();
    [[nodiscard]] int wordsWidth() const;

    const Theme &m_theme;
    DisplayLocale m_locale;
    QString m_name;
    QString m_role;
    QMenu *m_menu;
    QMenu *m_security = nullptr;
    QAction *m_beforeSecurity = nullptr; ///< what stands under it
    QActionGroup *m_schemes;
    QActionGroup *m_sizes;
    QActionGroup *m_densities;
    Density m_density = Density::Regular;
};

} // namespace tawasul
