// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/tour.h"

#include <QtCore/QLocale>
#include <QtWidgets/QApplication>

namespace tawasul {

namespace {

constexpr QSize kSmallest{1280, 720};
constexpr int kLargeText = 150;

std::vector<TourLook> looksOf(const TourState &state)
{
    std::vector<TourLook> looks;
    for (const Language language : {Language::Arabic, Language::English}) {
        looks.push_back({language, Scheme::Light});
        looks.push_back({language, Scheme::Dark});
        if (!state.main)
            continue;
        looks.push_back({language, Scheme::HighContrast});
        looks.push_back({language, Scheme::Light, kSmallest});
        looks.push_back({language, Scheme::Dark, kSmallest});
        TourLook large{language};
        large.textPercent = kLargeText;
        looks.push_back(large);
    }
    return looks;
}

} // namespace

QString shortName(Language language)
{
    return language == Language::Arabic ? QStringLiteral("ar") : QStringLiteral("en");
}

QString shortName(Scheme scheme)
{
    switch (scheme) {
    case Scheme::Dark:
        return QStringLiteral("dark");
    case Scheme::HighContrast:
        return QStringLiteral("contrast");
    case Scheme::Light:
        break;
    }
    return QStringLiteral("light");
}

QString TourPicture::fileName() const
{
    QStringList parts{state, shortName(look.language), shortName(look.scheme),
                      QString::number(look.size.width())};
    if (look.textPercent != 100)
        parts.append(QString(u"text" % QString::number(look.textPercent)));
    return QString(parts.join(u'-') % u".png");
}

std::vector<TourPicture> tourPictures()
{
    std::vector<TourPicture> pictures;
    for (const TourScreen &screen : allScreens()) {
        for (const TourState &state : screen.states) {
            for (const TourLook &look : looksOf(state))
                pictures.push_back({screen.title, state.title, state.name, look, state.show});
        }
    }
    return pictures;
}

Tour::Tour(QApplication &app)
    : m_theme(app)
    , m_catalogues(app)
{
    // As the desk does it: nothing on screen follows the machine's locale.
    QLocale::setDefault(QLocale::c());
    QApplication::setCursorFlashTime(0);
}

void Tour::visit(const TourPicture &picture, const std::function<void(TourStage &)> &look)
{
    m_catalogues.use(picture.look.language);
    const Appearance appearance{picture.look.scheme, picture.look.textPercent, true};
    if (m_appearance != appearance)
        m_theme.apply(*(m_appearance = appearance));
    TourStage stage(m_theme, picture.look.language, picture.look.size);
    picture.show(stage);
    look(stage);
}

QImage Tour::take(const TourPicture &picture)
{
    QImage image;
    visit(picture, [&image](TourStage &stage) { image = stage.picture(); });
    return image;
}

void useTourScreen()
{
    // Large enough that menus find their room; the platform's own screen is 800 pixels wide.
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" TAWASUL_TOUR_SCREEN);
    qunsetenv("QT_SCALE_FACTOR");
}

} // namespace tawasul
