const NANOSECONDS = 1_700_000_000_000_000_000;

const users = Array.from({ length: 100 }, (_, index) => ({
  id: `user-${index}`,
  name: `User ${index}`,
  role: 'user',
  language: 'en',
  banned: false,
  online: index % 2 === 0,
  blocked_user_ids: [],
  teams: ['red'],
  custom: { color: 'green' },
  created_at: NANOSECONDS + index * 1_000_000,
  updated_at: NANOSECONDS + index * 2_000_000,
}));

/** The service's responses to the POST and the GET: JSON texts. */
export const REPLIES = {
  POST: JSON.stringify({ poll: { id: 'a', name: 'Lunch?', created_at: NANOSECONDS }, duration: '1ms' }),
  GET: JSON.stringify({ users, duration: '1ms' }),
};
