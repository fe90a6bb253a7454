// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/demo/demotexts.h"
#include "app/central/demo/dice.h"
#include "app/central/demo/identifiermint.h"
#include "models/domain/case.h"

namespace tawasul {

enum class Age { Newborn, Child, Adult, Elder };

/// Somebody made up, with what their relatives need to bear the same name.
struct Person
{
    Party party;
    QString given;                 ///< Arabic first name
    std::vector<NamePart> fathers; ///< father and grandfather, where names have them
    NamePart family;
    Gender gender = Gender::Either;
    const NameStock *stock = nullptr;
};

/// Makes people whose kind, numbers, nationality and names fit each other. One thread.
class Population
{
public:
    Population(const DemoTexts &texts, IdentifierMint &mint, QDate today);

    [[nodiscard]] Person citizen(Dice &dice, Gender gender, Age age);

    /// A resident or visitor; now and then with one of the long names.
    [[nodiscard]] Person foreigner(Dice &dice, PartyKind kind, Gender gender, Age age,
                                   const NameStock &stock);

    /// Of the same country and family name.
    [[nodiscard]] Person relativeOf(Dice &dice, const Person &head, PartyKind kind, Gender gender, Age age);

    /// Whose name stands behind the child's own.
    [[nodiscard]] Person fatherOf(Dice &dice, const Person &child, PartyKind kind);

    /// Some day in the year before last birthday of somebody of that age.
    [[nodiscard]] QDate birthDateAt(Dice &dice, int years) const;

    enum class Origin { Any, NonArab, DomesticWorker };
    [[nodiscard]] const NameStock &country(Dice &dice, Origin origin) const;

    /// Takes the number a person would be known by; for those who have none yet.
    static void withoutNumber(Party &party);

    [[nodiscard]] IdentifierMint &mint() { return m_mint; }
    [[nodiscard]] const DemoTexts &texts() const { return m_texts; }

private:
    [[nodiscard]] Person person(Dice &dice, const NameStock &stock, PartyKind kind, Gender gender, Age age,
                                const Person *relative, bool isFather = false);
    void number(Party &party);
    [[nodiscard]] QDate birthDate(Dice &dice, Age age) const;

    const DemoTexts &m_texts;
    IdentifierMint &m_mint;
    QDate m_today;
};

} // namespace tawasul
