// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/demo/casting.h"
#include "app/central/demo/keydates.h"
#include "app/central/demo/places.h"
#include "app/central/demo/samplefile.h"

#include <map>
#include <vector>

namespace tawasul {

/// The days that more than one paper of a request may state.
struct PaperDays
{
    QDate iqamaExpires;
    QDate passportIssued;
    QDate passportExpires;
    QDate visaIssued;
    QDate entered;
    QDate visaExpires;
    QDate exitExpires;
    QDate insuredUntil;
    QDate happened; ///< the absence, the loss
};

/// People with the facts that their request and all its papers agree on. Several requests of the same people
/// share one.
struct Dossier
{
    Cast cast;
    PersonId account; ///< the beneficiary's
    Person relative;  ///< head of the family or host, where the sender is not
    Person stranger;  ///< whose document came, where one does not fit
    QString employer; ///< a firm or a person
    QString establishment;
    QString profession;
    QString toProfession;
    QString senderProfession; ///< of the beneficiary, when the residence permit is theirs
    QString oldPassport;
    QString formerPassport;   ///< the expired one that came, where one does not fit
    QString statedProfession; ///< as the request says it; mostly empty
    bool isOver = false;      ///< by the request, a validity has ended
    QString visa;
    QDate day;     ///< of the first request: no paper is dated later
    QDate written; ///< what {date} of the description is
    std::vector<KeyDate> keyDates;
    PaperDays days;
    Places drawn;                                     ///< what nobody provides: places, purposes, amounts
    QString subService;                               ///< whose papers they are
    quint64 number = 0;                               ///< each has its own
    std::map<QString, std::vector<SampleFile>> files; ///< made so far, by what was asked for
    int requests = 0;
};

/// The case a dossier is for.
struct DossierWish
{
    const CasePlan &plan;
    const Reference &reference;
    const WindowWish &windows;
    quint64 number;
    QDate today;
};

[[nodiscard]] Dossier makeDossier(const DossierWish &wish, Population &population, Dice &dice);

/// Whether these people, with these facts, could have sent that request too, after their first.
[[nodiscard]] bool suits(const Dossier &dossier, const DossierWish &wish);

} // namespace tawasul
