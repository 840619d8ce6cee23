//! The homes of the demo community: 6 buildings, 12 units, 25 floors of 4 homes.

use zhishou_rules::people::{Relation, ResidentInput, VehicleInput};

use super::chance::Chance;
use crate::people::HomeInput;

const BUILDINGS: u32 = 6;
const UNITS: u32 = 2;
const FLOORS: u32 = 25;
const HOMES_A_FLOOR: u32 = 4;
/// Of a hundred homes so many are lived in.
const OCCUPIED_PERCENT: usize = 86;
/// Of a hundred homes lived in so many are let.
const TENANT_PERCENT: usize = 25;

/// Of a hundred homes lived in so many have a car.
const CAR_PERCENT: usize = 70;
const CARS: &[&str] = &["白色轿车", "黑色轿车", "银色 SUV", "红色两厢", "新能源车"];

const SURNAMES: &[char] = &[
    '王', '李', '张', '刘', '陈', '杨', '黄', '赵', '吴', '周', '徐', '孙', '马', '朱', '胡', '郭',
    '何', '林', '高', '罗', '郑', '梁', '谢', '宋', '唐', '许', '韩', '冯', '邓', '曹', '彭', '曾',
    '萧', '田', '董', '袁', '潘', '蒋', '蔡', '余', '杜', '叶', '程', '苏', '魏', '吕', '丁', '任',
];
const GIVEN: &[&str] = &[
    "建国", "秀英", "志强", "丽华", "海燕", "晓明", "雪梅", "文博", "子涵", "雨桐", "国庆", "春兰",
    "浩然", "梓萱", "立新", "桂芳", "俊杰", "佳怡", "永红", "玉珍", "思远", "欣怡", "德明", "凤英",
    "伟", "静", "磊", "敏", "洋", "娟", "军", "艳", "涛", "霞", "斌", "婷",
];

/// All homes with their residents.
pub fn homes(chance: &mut Chance) -> Vec<HomeInput> {
    let mut homes = Vec::new();
    let mut phones = 0;
    let mut cars = 0;
    for building in 1..=BUILDINGS {
        for unit in 1..=UNITS {
            for floor in 1..=FLOORS {
                for door in 1..=HOMES_A_FLOOR {
                    let residents = residents(chance, &mut phones);
                    homes.push(HomeInput {
                        building: format!("{building}栋"),
                        unit: format!("{unit}单元"),
                        number: format!("{floor}{door:02}"),
                        vehicles: vehicles(chance, &mut cars, !residents.is_empty()),
                        residents,
                    });
                }
            }
        }
    }
    homes
}

fn residents(chance: &mut Chance, phones: &mut u32) -> Vec<ResidentInput> {
    if !chance.percent(OCCUPIED_PERCENT) {
        return Vec::new();
    }
    let first = if chance.percent(TENANT_PERCENT) {
        Relation::Tenant
    } else {
        Relation::Owner
    };
    let mut residents = vec![resident(chance, phones, first)];
    if chance.percent(40) {
        residents.push(resident(chance, phones, Relation::Occupant));
    }
    residents
}

fn vehicles(chance: &mut Chance, cars: &mut u32, lived_in: bool) -> Vec<VehicleInput> {
    if !lived_in || !chance.percent(CAR_PERCENT) {
        return Vec::new();
    }
    *cars += 1;
    let note = chance.pick(CARS).copied().unwrap_or_default();
    vec![VehicleInput {
        // No province begins so: the demo names nobody's car.
        plate: format!("演A{:05}", 10_000 + *cars * 37 % 90_000),
        space: format!("B1-{:03}", *cars),
        note: note.to_owned(),
    }]
}

fn resident(chance: &mut Chance, phones: &mut u32, relation: Relation) -> ResidentInput {
    let surname = chance.pick(SURNAMES).copied().unwrap_or('王');
    let given = chance.pick(GIVEN).copied().unwrap_or("静");
    // One unused block of numbers, so that the demo calls nobody.
    *phones += 1;
    let note = if chance.percent(3) {
        "家中有老人，敲门请稍候"
    } else {
        ""
    };
    ResidentInput {
        name: format!("{surname}{given}"),
        phone: Some(format!("1990000{:04}", *phones % 10_000)),
        relation,
        note: note.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_1200_homes_of_which_about_86_percent_are_lived_in() {
        let homes = homes(&mut Chance::new(1));
        assert_eq!(homes.len(), 1_200);
        let lived_in = homes
            .iter()
            .filter(|home| !home.residents.is_empty())
            .count();
        assert!((980..1_080).contains(&lived_in), "{lived_in}");
        let tenants = homes
            .iter()
            .filter(|home| {
                home.residents
                    .iter()
                    .any(|r| r.relation == Relation::Tenant)
            })
            .count();
        assert!((200..310).contains(&tenants), "{tenants}");
    }
}
