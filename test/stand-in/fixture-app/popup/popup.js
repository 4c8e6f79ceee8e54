const get = (id) => document.getElementById(id);
const { fixture } = window;
const answer = (text) => {
  get('answer').textContent = text;
};

get('greet').addEventListener('click', async () => {
  const reply = await fixture.greet(get('name').value);
  const kinds = [reply.when instanceof Date, 'none' in reply, Object.isFrozen(fixture)].join(' ');
  answer(`${reply.greeting} at ${reply.origin}: ${kinds}`);
});
get('pick').addEventListener('click', async () => answer((await fixture.pick()).join()));
get('missing').addEventListener('click', () => fixture.missing().catch((error) => answer(error.message)));
fixture.onShown(({ focus }) => get(focus === 'field' ? 'name' : 'greet').focus());
