import { describe, expect, it } from 'vitest';
import { ownerIn } from './owner-line';

describe('the owner that a footer names', () => {
  it.each([
    ['© 2024 Nexstar Media Inc. All rights reserved.', 'Nexstar'],
    ['Copyright 2019 Gray Media Group, Inc. All rights reserved.', 'Gray'],
    ['©2021 Sinclair Broadcast Group, Inc. | Terms of use', 'Sinclair'],
    ['A Gannett Company', 'Gannett'],
    ['© 2016 Lodestar Harbour Media Ltd', 'Lodestar Harbour Media'],
    ['© Lodestar Harbour Media Limited 2016', 'Lodestar Harbour Media'],
    ['© 2016 Osk Health Media a Lodestar company', 'Osk Health Media'],
    ['Copyright (c) 2011–2018 Brannmark Newspapers LLC', 'Brannmark Newspapers'],
    ['The Osk Herald | Part of the Lodestar Harbour Network', 'Lodestar Harbour Network'],
    ['The Tessel Mirror is printed on Osk. A Brannmark Newspapers publication', 'Brannmark Newspapers'],
  ])('%s', (line, owner) => expect(ownerIn(line)).toBe(owner));

  it.each([
    ['a person', '© 2020 Ane Solheim'],
    ['the paper itself, without a house', 'Copyright 2020 The Osk Herald. All rights reserved.'],
    ['an agency', '© 2020 The Associated Press. All rights reserved.'],
    [
      'who made the site',
      '© Copyright 2020 Osk Herald | Powered by BLOX Content Management System from TownNews.com',
    ],
    ['a host of blogs', '© 2020 Automattic Inc.'],
    ['terms of use', `© 2020 Lodestar Media Inc. ${'No part may be used without leave. '.repeat(12)}`],
    ['a sentence', 'He is part of the network of people who copyright their songs.'],
    ['nothing', ''],
  ])('is not %s', (_, line) => expect(ownerIn(line)).toBeNull());

  it('is read in linear time whatever the line is', () => {
    expect(ownerIn('© '.repeat(149))).toBeNull();
    expect(ownerIn(`©${' 2020'.repeat(50)}`)).toBeNull();
  });
});
