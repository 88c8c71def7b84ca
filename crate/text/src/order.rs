//! Small sorted lists, and sorting in one instance for all types: the standard library's sort is made anew for each, which
//! together was a tenth of the module that the browser loads.

use std::cmp::Ordering;

/// Puts `item` in its place in a sorted list that holds nothing twice; says whether it was new. For lists that stay short.
pub fn insert<T: Ord>(list: &mut Vec<T>, item: T) -> bool {
    let place = list.binary_search(&item);
    if let Err(offset) = place {
        list.insert(offset, item);
    }
    place.is_err()
}

/// Sorts by a key; what is equal keeps its order.
pub fn sort_by_key<T, K: Ord>(list: &mut Vec<T>, key: impl Fn(&T) -> K) {
    let keys: Vec<K> = list.iter().map(key).collect();
    let places = sorted_places(keys.len(), &|one, other| keys.get(one).cmp(&keys.get(other)));
    arrange(list, places);
}

/// Sorts by comparing the items themselves; what is equal keeps its order.
pub fn sort_by<T>(list: &mut Vec<T>, order: impl Fn(&T, &T) -> Ordering) {
    let compared = |one: usize, other: usize| Some(order(list.get(one)?, list.get(other)?));
    let places = sorted_places(list.len(), &|one, other| compared(one, other).unwrap_or(Ordering::Equal));
    arrange(list, places);
}

/// The items that stand at `places`, in that order.
fn arrange<T>(list: &mut Vec<T>, places: Vec<usize>) {
    let mut items: Vec<Option<T>> = list.drain(..).map(Some).collect();
    list.extend(places.into_iter().filter_map(|offset| items.get_mut(offset)?.take()));
}

fn sorted_places(len: usize, order: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    places.sort_by(|one, other| order(*one, *other));
    places
}

#[cfg(test)]
mod tests {
    use super::{insert, sort_by, sort_by_key};

    #[test]
    fn a_list_holds_nothing_twice() {
        let mut list = Vec::new();
        let new: Vec<bool> = ["b", "a", "b", "c"].into_iter().map(|item| insert(&mut list, item)).collect();
        assert_eq!((list, new), (vec!["a", "b", "c"], vec![true, true, false, true]));
    }

    #[test]
    fn equal_keys_keep_their_order() {
        let mut list = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        sort_by_key(&mut list, |(key, _)| *key);
        assert_eq!(list, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
        sort_by(&mut list, |one, other| other.0.cmp(&one.0));
        assert_eq!(list, [(2, 'a'), (2, 'c'), (1, 'b'), (1, 'd')]);
        let mut none: Vec<u8> = Vec::new();
        sort_by_key(&mut none, |n| *n);
        assert!(none.is_empty());
    }
}
