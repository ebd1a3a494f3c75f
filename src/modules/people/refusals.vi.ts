// What this module refuses, in Vietnamese.

export const vi = { 'no-such-person': 'Không tìm thấy người này.' };
