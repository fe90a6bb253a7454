// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/tour/tourstates.h"
#include "ui/shared/language.h"

namespace tawasul {

/// How a picture is taken.
struct TourLook
{
    Language language = Language::Arabic;
    Scheme scheme = Scheme::Light;
    QSize size{1536, 960};
    int textPercent = 100;
};

/// As file names and lists say it: "ar" or "en", "light", "dark" or "contrast".
[[nodiscard]] QString shortName(Language language);
[[nodiscard]] QString shortName(Scheme scheme);

/// A picture that belongs to the tour.
struct TourPicture
{
    QString screen; ///< Arabic
    QString title;  ///< Arabic
    QString state;
    TourLook look;
    std::function<void(TourStage &)> show;

    /// Such as worklist-normal-ar-light-1536.png; text of another size is named at the end.
    [[nodiscard]] QString fileName() const;
};

/// All pictures, in the order of the index.
[[nodiscard]] std::vector<TourPicture> tourPictures();

/// Takes the pictures, one window after another. Motion is off and cursors do not blink.
class Tour
{
public:
    explicit Tour(QApplication &app);

    /// Puts the window into the state of the picture and hands it over.
    void visit(const TourPicture &picture, const std::function<void(TourStage &)> &look);
    [[nodiscard]] QImage take(const TourPicture &picture);

private:
    Theme m_theme;
    Catalogues m_catalogues;
    std::optional<Appearance> m_appearance; ///< applied last
};

/// For main(), before the application is made: pictures must not depend on where they are taken.
void useTourScreen();

} // namespace tawasul
