// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seeding/playernames.h"

#include <QByteArrayView>

#include <array>
#include <span>

namespace roster {

namespace {

// Changing, adding or reordering a word changes every seeded database: append a new culture
// instead, and count on new rows then.
using Words = std::span<const char *const>;

struct Culture
{
    Words given;
    Words family;
    bool familyFirst = false;
    bool latin = true;          ///< takes an epithet and a number
    const char *between = " ";  ///< parts the two names
};

constexpr std::array norseGiven{
    "Arne",     "Auby",    "Astrid",  "Bjørn",    "Dagny", "Eirik",    "Frøya",  "Gunnar",
    "Halvard",  "Ingrid",  "Jorunn",  "Kåre",     "Leif",  "Magnhild", "Njål",   "Oddvar",
    "Ragnhild", "Sigurd",  "Solveig", "Torstein", "Turid", "Ulf",      "Vigdis", "Yngve",
    "Åse",      "Øystein", "Sindre",  "Tiril",    "Håkon", "Marit",    "Snorre", "Liv"};
constexpr std::array norseFamily{"Berg",    "Dahl",    "Eide",  "Fossum", "Grønli",  "Haugen",
                                 "Iversen", "Kvam",    "Lunde", "Myhre",  "Nygård",  "Opdal",
                                 "Ruud",    "Solberg", "Tveit", "Vik",    "Ødegård", "Aasen",
                                 "Strand",  "Bakken",  "Hegge", "Moen",   "Rønning", "Sæther"};
constexpr std::array englishGiven{
    "Alice",   "Arthur",  "Beatrix", "Cedric", "Daisy", "Edmund", "Florence", "Gareth",
    "Hazel",   "Isaac",   "Jasper",  "Kate",   "Lewis", "Mabel",  "Nigel",    "Olive",
    "Percy",   "Quentin", "Rose",    "Simon",  "Tess",  "Victor", "Wendy",    "Zoe",
    "Harriet", "Owen",    "Ruby",    "Oscar",  "Ivy",   "Felix",  "Nora",     "Hugh"};
constexpr std::array englishFamily{
    "Ashdown", "Barrow", "Carter",   "Dunn",      "Ellery", "Fletcher", "Gale",  "Hartley",
    "Irwin",   "Kerr",   "Lockwood", "Marsh",     "Norton", "O'Brien",  "Pike",  "Quayle",
    "Rowan",   "Sutton", "Thorne",   "Underhill", "Vance",  "Whitby",   "Yates", "Hill-Moore"};
constexpr std::array iberianGiven{"Alba",   "Álvaro",  "Begoña", "Carlos",  "Dolores", "Esteban",
                                  "Fátima", "Gonzalo", "Inés",   "Joaquín", "Lucía",   "Mateo",
                                  "Noelia", "Óscar",   "Pilar",  "Ramón",   "Sofía",   "Tomás",
                                  "Úrsula", "Víctor",  "Ximena", "Yolanda", "João",    "Conceição"};
constexpr std::array iberianFamily{"Alonso",  "Benítez",    "Castaño",   "Domínguez", "Echeverría",
                                   "Fuentes", "García",     "Herrera",   "Ibáñez",    "Lozano",
                                   "Muñoz",   "Núñez",      "Ortega",    "Peña",      "Quiroga",
                                   "Ríos",    "Sánchez",    "Torres",    "Urrutia",   "Vázquez",
                                   "Zapata",  "de la Cruz", "Gonçalves", "Magalhães"};
constexpr std::array frenchGiven{"Aurélie",  "Baptiste", "Camille", "Désiré",    "Élodie",
                                 "François", "Gaëlle",   "Hélène",  "Ismaël",    "Jérôme",
                                 "Léa",      "Maël",     "Noémie",  "Océane",    "Pascal",
                                 "Régis",    "Solène",   "Théo",    "Véronique", "Yann"};
constexpr std::array frenchFamily{"Arnaud",   "Beauchêne", "Charpentier", "Delacroix", "Étienne",
                                  "Fontaine", "Girard",    "Hébert",      "Joly",      "Lefèvre",
                                  "Marchand", "Noël",      "Pelletier",   "Renard",    "Sauvage",
                                  "Tessier",  "Vasseur",   "d'Aubigné"};
constexpr std::array slavicGiven{"Agnieszka", "Bogdan",      "Čeněk",  "Dorota",   "Eliška",
                                 "Grzegorz",  "Halina",      "Ivo",    "Jaroslav", "Katarína",
                                 "Łukasz",    "Małgorzata",  "Nikola", "Oldřich",  "Přemysl",
                                 "Radovan",   "Świętosława", "Tomáš",  "Vesna",    "Wojciech",
                                 "Zdeňka",    "Živa",        "Mirela", "Stanisław"};
constexpr std::array slavicFamily{"Adamczyk", "Brzeziński", "Čapek",     "Dvořák",      "Gajewska",
                                  "Horvat",   "Janković",   "Kowalczyk", "Lewandowska", "Malý",
                                  "Nowak",    "Petrović",   "Řezníček",  "Sokołowski",  "Šimić",
                                  "Vlašić",   "Wójcik",     "Zelenka"};
constexpr std::array cyrillicGiven{"Алексей", "Богдана",  "Варвара", "Григорий", "Дарья",
                                   "Егор",    "Жанна",    "Захар",   "Илья",     "Ксения",
                                   "Лев",     "Милена",   "Никита",  "Оксана",   "Павло",
                                   "Руслан",  "Світлана", "Тарас",   "Ульяна",   "Юлия"};
constexpr std::array cyrillicFamily{
    "Бондаренко", "Волков", "Гончар", "Дорошенко", "Ершов",   "Журавель",  "Коваленко", "Лебедь",
    "Мельник",    "Новак",  "Орлик",  "Петренко",  "Романюк", "Соколенко", "Ткач",      "Шевчук"};
constexpr std::array japaneseGiven{"葵",     "海斗", "さくら", "健太", "美咲", "大輔",
                                   "結衣",   "翔",   "陽菜",   "蓮",   "真由", "拓海",
                                   "ひなた", "悠真", "千尋",   "直樹"};
constexpr std::array japaneseFamily{"佐藤", "鈴木", "高橋", "田中", "渡辺", "伊藤", "山本", "中村",
                                    "小林", "加藤", "吉田", "山田", "松本", "井上", "木村", "清水"};
constexpr std::array chineseGiven{"伟", "芳", "秀英", "娜", "敏",   "静",   "磊",   "军",
                                  "洋", "艳", "勇",   "杰", "思远", "梓涵", "子轩", "雨桐"};
constexpr std::array chineseFamily{"王", "李", "张", "刘", "陈", "杨", "黄", "赵",
                                   "吴", "周", "徐", "孙", "马", "朱", "胡", "欧阳"};
constexpr std::array koreanGiven{"민준", "서연", "지후", "하은", "도윤", "수아",
                                 "예준", "지우", "현우", "유진", "은서", "태민"};
constexpr std::array koreanFamily{"김", "이", "박", "최", "정", "강", "조", "윤", "장", "임"};
constexpr std::array arabicGiven{"أحمد",  "ليلى", "يوسف", "مريم", "خالد", "نور",  "عمر",
                                 "فاطمة", "سامي", "هدى",  "طارق", "رنا",  "زياد", "سلمى"};
constexpr std::array arabicFamily{"حداد",   "النجار", "خوري",  "العلي", "منصور",
                                  "سليمان", "الحسن",  "درويش", "قاسم",  "الشامي"};
constexpr std::array westAfricanGiven{"Abiọ́dún", "Adaeze", "Ama",  "Babajide", "Chidi", "Efua",
                                      "Fẹ́mi",    "Ifeoma", "Kofi", "Kwame",    "Ngozi", "Olúwaṣeun",
                                      "Yaa",     "Zainab", "Awa",  "Mamadou",  "Fatou", "Ousmane"};
constexpr std::array westAfricanFamily{"Achebe", "Adéyẹmí", "Asante", "Boateng", "Diallo",
                                       "Eze",    "Mensah",  "Ndiaye", "Okafor",  "Owusu",
                                       "Sarr",   "Touré",   "Traoré", "Umeh"};
constexpr std::array indianGiven{"Aarav",  "Anjali", "Devika", "Farhan",  "Gauri", "Harpreet",
                                 "Ishaan", "Jaya",   "Kavita", "Lakshmi", "Meera", "Nikhil",
                                 "Priya",  "Rohan",  "Sunita", "Tanvi",   "Uday",  "Vikram"};
constexpr std::array indianFamily{"Agarwal", "Bhatt",  "Chandra", "Desai", "Gupta", "Iyer",
                                  "Joshi",   "Kapoor", "Menon",   "Nair",  "Patel", "Rao",
                                  "Sharma",  "Singh",  "Thakur",  "Verma"};
constexpr std::array turkicGiven{"Ayşe", "Barış",   "Ceren", "Deniz", "Emre",  "Gülşen",
                                 "Işıl", "İbrahim", "Kerem", "Leyla", "Murat", "Nazlı",
                                 "Ömer", "Pınar",   "Selin", "Tuğba", "Umut",  "Yağmur"};
constexpr std::array turkicFamily{"Aydın", "Bozkurt", "Çelik", "Doğan", "Erdoğmuş", "Güneş",
                                  "Kılıç", "Öztürk",  "Polat", "Şahin", "Tunç",     "Yıldız"};

constexpr std::array cultures{
    Culture{norseGiven, norseFamily},
    Culture{englishGiven, englishFamily},
    Culture{iberianGiven, iberianFamily},
    Culture{frenchGiven, frenchFamily},
    Culture{slavicGiven, slavicFamily},
    Culture{cyrillicGiven, cyrillicFamily, false, false},
    Culture{japaneseGiven, japaneseFamily, true, false, " "},
    Culture{chineseGiven, chineseFamily, true, false, ""},
    Culture{koreanGiven, koreanFamily, true, false, ""},
    Culture{arabicGiven, arabicFamily, false, false},
    Culture{westAfricanGiven, westAfricanFamily},
    Culture{indianGiven, indianFamily},
    Culture{turkicGiven, turkicFamily},
};

constexpr std::array epithets{"the Bold",     "the Quiet",    "the Late",      "the Lucky",
                              "of the North", "of the Marsh", "the Grey",      "the Restless",
                              "Two-Swords",   "the Unseen",   "of Nine Hills", "the Patient",
                              "the Younger",  "the Wanderer", "Half-Moon",     "the Last"};
constexpr std::array adjectives{"Amber",  "Brave",   "Cloud", "Dusk",   "Ember", "Frost",
                                "Ghost",  "Hollow",  "Iron",  "Jade",   "Keen",  "Lunar",
                                "Misty",  "Noble",   "Onyx",  "Pale",   "Quick", "Rusty",
                                "Silent", "Thunder", "Umber", "Velvet", "Wild",  "Zephyr"};
constexpr std::array creatures{"Badger", "Crow",  "Dragon",  "Eagle",  "Falcon", "Gecko",
                               "Heron",  "Ibex",  "Jackal",  "Kraken", "Lynx",   "Moth",
                               "Newt",   "Otter", "Panther", "Quail",  "Raven",  "Stag",
                               "Tiger",  "Viper", "Wolf",    "Yak",    "Fox",    "Bear"};

QByteArrayView wordOf(RandomSource &random, Words words)
{
    return words[std::size_t(random.below(qint64(words.size())))];
}

void appendNumber(RandomSource &random, QByteArray &name)
{
    name.append(
        QByteArray::number(random.chance(1, 4) ? 1950 + random.below(70) : 1 + random.below(9999)));
}

void appendNickname(RandomSource &random, QByteArray &name)
{
    name.append(wordOf(random, adjectives));
    if (random.chance(1, 3))
        name.append('_');
    name.append(wordOf(random, creatures));
    if (random.chance(4, 5))
        appendNumber(random, name);
}

void appendFullName(RandomSource &random, const Culture &culture, QByteArray &name)
{
    const QByteArrayView given = wordOf(random, culture.given);
    const QByteArrayView family = wordOf(random, culture.family);
    name.append(culture.familyFirst ? family : given);
    name.append(culture.between);
    name.append(culture.familyFirst ? given : family);
}

}  // namespace

void makePlayerName(RandomSource &random, QByteArray &name)
{
    name.resize(0);  // keeps what is reserved
    const qint64 form = random.below(100);
    if (form < 25) {
        appendNickname(random, name);
        return;
    }
    const Culture &culture = random.oneOf(cultures);
    if (form < 65 || !culture.latin) {
        appendFullName(random, culture, name);
        return;
    }
    name.append(wordOf(random, culture.given));
    if (form < 85) {
        if (random.chance(1, 3))
            name.append('_');
        appendNumber(random, name);
    } else if (form < 95) {
        name.append(' ');
        name.append(wordOf(random, epithets));
    }
}

}  // namespace roster
